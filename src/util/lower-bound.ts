/**
 * The first of `length` sorted things that is not before what is looked for (binary search); `length` where all are. `isBefore` is asked for
 * an index and must say yes up to some index and no from there on.
 */
export function lowerBound(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
