/** Hashes of words and word pairs, and a table that finds a number by hash: what makes reading a document for its kind cheap. */

/** FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923), over UTF-16 code units instead of bytes. */
export const HASH_START = 0x811c9dc5;
const PRIME = 0x01000193;

export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** Hash of a whole word. */
export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = hashUnit(hash, word.charCodeAt(at));
  return hash;
}

/** Hash of a sequence one word longer than `sequence`. Order counts. */
export function hashJoined(sequence: number, next: number): number {
  return Math.imul(sequence ^ (next + 0x9e3779b9), 0x85ebca6b) ^ (sequence >>> 15);
}

/** Finds a number from 0 by a 32-bit hash: open addressing, linear probing, at most half full. */
export class HashIndex {
  readonly #hashes: Int32Array;
  readonly #values: Int32Array;
  readonly #mask: number;

  /** The value of a hash is its place in the list; of equal hashes the first counts. */
  constructor(hashes: ArrayLike<number>) {
    let size = 16;
    while (size < hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#values = new Int32Array(size).fill(-1);
    for (let value = 0; value < hashes.length; value++) this.#add((hashes[value] ?? 0) | 0, value);
  }

  #add(hash: number, value: number): void {
    let slot = this.#slotOf(hash);
    while (this.#values[slot] !== -1 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    if (this.#values[slot] !== -1) return;
    this.#hashes[slot] = hash;
    this.#values[slot] = value;
  }

  /** The value, or -1. */
  find(hash: number): number {
    const key = hash | 0;
    let slot = this.#slotOf(key);
    for (;;) {
      const value = this.#values[slot] as number;
      if (value === -1 || this.#hashes[slot] === key) return value;
      slot = (slot + 1) & this.#mask;
    }
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 16)) & this.#mask;
  }
}
