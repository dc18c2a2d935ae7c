/** Words (terms) that a text needs: shorter ones share most of their few 5-grams by chance. */
const FEWEST_TERMS = 50;
/** Terms of a shingle. Five words in a row are seldom repeated by chance (Broder 1997 used ten; Henzinger 2006 eight; 5-grams are usual for short documents). */
const SHINGLE_LENGTH = 5;
/** Bins of the signature: the standard error of the estimated Jaccard similarity J is the root of J (1 - J) / 128, 0.035 at 0.8. */
const BINS = 128;
const BIN_SHIFT = 25;
/** An odd multiplier (Knuth's golden ratio of 32 bits) for the polynomial over the last five terms, and its fifth power. */
const BASE = 0x9e3779b1;
const BASE_TO_FIFTH = [BASE, BASE, BASE, BASE].reduce((power, factor) => Math.imul(power, factor), BASE);
const EMPTY = 0xffffffff;

/**
 * Makes a document's sketch from its terms (`util/terms.ts`) as they are visited: one-permutation MinHash over 5-grams (Li, Owen and Zhang 2012) with
 * optimal densification (Shrivastava 2017). Linear; allocates nothing while it reads.
 */
export class Sketcher {
  readonly #bins = new Uint32Array(BINS).fill(EMPTY);
  readonly #last = new Uint32Array(SHINGLE_LENGTH);
  #count = 0;
  #rolling = 0;

  /** Takes the next term. */
  add(term: number): void {
    const at = this.#count++ % SHINGLE_LENGTH;
    const oldest = this.#last[at] ?? 0;
    this.#last[at] = term;
    this.#rolling = (Math.imul(this.#rolling, BASE) + term - Math.imul(oldest, BASE_TO_FIFTH)) | 0;
    if (this.#count < SHINGLE_LENGTH) return;
    const hash = mixed(this.#rolling);
    const bin = hash >>> BIN_SHIFT;
    const value = (hash << (32 - BIN_SHIFT)) >>> 0;
    if (value < (this.#bins[bin] ?? EMPTY)) this.#bins[bin] = value;
  }

  /** The signature of 128 numbers: the share of places in which two agree estimates the Jaccard similarity of their 5-grams. Null where there were under 50 terms. */
  finish(): Uint32Array | null {
    return this.#count < FEWEST_TERMS ? null : densified(this.#bins);
  }
}

/** MurmurHash3's finaliser (Appleby 2008). */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Fills every empty bin from a full one, chosen by a hash of the empty bin's number: the same in every document. */
function densified(bins: Uint32Array): Uint32Array {
  return bins.map((value, bin) => {
    let found = value;
    for (let attempt = 1; found === EMPTY; attempt++) found = bins[mixed(bin * BINS + attempt) >>> BIN_SHIFT] ?? EMPTY;
    return found;
  });
}
