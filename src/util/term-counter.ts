/** Least slots of a table; a text of a page has some 200 different terms. A power of two, like every size. */
const FEWEST_SLOTS = 1_024;

/**
 * Counts terms in an open-addressed table of typed arrays: terms are hashes already, and numbers over 2^31 are slow keys of a `Map`. Keeps the order in
 * which terms came first.
 */
export class TermCounter {
  /** Place in `#terms` plus one; 0 is a free slot. */
  #slots = new Uint32Array(FEWEST_SLOTS);
  #terms = new Uint32Array(FEWEST_SLOTS / 2);
  #counts = new Uint32Array(FEWEST_SLOTS / 2);
  #size = 0;

  /** Different terms counted. */
  get size(): number {
    return this.#size;
  }

  /** The different terms, in the order in which each came first. */
  get terms(): Uint32Array {
    return this.#terms.subarray(0, this.#size);
  }

  /** How often each of `terms` came, in the same order. */
  get counts(): Uint32Array {
    return this.#counts.subarray(0, this.#size);
  }

  /** How often a term came. */
  countOf(term: number): number {
    const place = this.#slots[this.#slotOf(term)] ?? 0;
    return place === 0 ? 0 : (this.#counts[place - 1] ?? 0);
  }

  /** The slot that holds a term, or the free one where it would go. */
  #slotOf(term: number): number {
    const mask = this.#slots.length - 1;
    let slot = term & mask;
    for (let place = this.#slots[slot] ?? 0; place !== 0 && this.#terms[place - 1] !== term; place = this.#slots[slot] ?? 0)
      slot = (slot + 1) & mask;
    return slot;
  }

  /** Counts a term once more. */
  add(term: number): void {
    const slot = this.#slotOf(term);
    const place = this.#slots[slot] ?? 0;
    if (place !== 0) {
      this.#counts[place - 1] = (this.#counts[place - 1] ?? 0) + 1;
      return;
    }
    this.#terms[this.#size] = term;
    this.#counts[this.#size] = 1;
    this.#size++;
    this.#slots[slot] = this.#size;
    if (this.#size === this.#terms.length) this.#grow();
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const terms = new Uint32Array(this.#terms.length * 2);
    const counts = new Uint32Array(this.#counts.length * 2);
    terms.set(this.#terms);
    counts.set(this.#counts);
    const mask = slots.length - 1;
    for (let place = 0; place < this.#size; place++) {
      let slot = (terms[place] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
    this.#terms = terms;
    this.#counts = counts;
  }
}
