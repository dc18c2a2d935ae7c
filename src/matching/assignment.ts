/**
 * The assignment of rows to columns with the greatest total value: the Hungarian method in the O(n³) form with potentials (Kuhn 1955;
 * Jonker and Volgenant 1987). `values` is square; gives each row's column. Meant for the small groups that disagree: 200 rows take a few milliseconds.
 */
export function bestAssignment(values: readonly (readonly number[])[]): number[] {
  const size = values.length;
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    const way = new Int32Array(size + 1);
    rowOf[0] = row;
    const last = shortestPath(values, { rowPotential, columnPotential, rowOf, way });
    for (let column = last; column !== 0; column = way[column] ?? 0) rowOf[column] = rowOf[way[column] ?? 0] ?? 0;
  }
  const columns = new Array<number>(size).fill(-1);
  for (let column = 1; column <= size; column++) columns[(rowOf[column] ?? 1) - 1] = column - 1;
  return columns;
}

interface State {
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** Row (from 1) that a column (from 1) is given to; column 0 holds the row to place. */
  readonly rowOf: Int32Array;
  /** Column before each on the cheapest path. */
  readonly way: Int32Array;
}

/** Dijkstra's step of the method: the free column that the new row reaches most cheaply. Costs are negated values. */
function shortestPath(values: readonly (readonly number[])[], { rowPotential, columnPotential, rowOf, way }: State): number {
  const size = values.length;
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const isUsed = new Uint8Array(size + 1);
  let column = 0;
  do {
    isUsed[column] = 1;
    const row = rowOf[column] ?? 0;
    let delta = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let other = 1; other <= size; other++) {
      if (isUsed[other]) continue;
      const cost = -(values[row - 1]?.[other - 1] ?? 0) - (rowPotential[row] ?? 0) - (columnPotential[other] ?? 0);
      if (cost < (least[other] ?? 0)) {
        least[other] = cost;
        way[other] = column;
      }
      if ((least[other] ?? 0) < delta) {
        delta = least[other] ?? 0;
        next = other;
      }
    }
    for (let other = 0; other <= size; other++) {
      if (isUsed[other]) {
        rowPotential[rowOf[other] ?? 0] = (rowPotential[rowOf[other] ?? 0] ?? 0) + delta;
        columnPotential[other] = (columnPotential[other] ?? 0) - delta;
      } else least[other] = (least[other] ?? 0) - delta;
    }
    column = next;
  } while (rowOf[column] !== 0);
  return column;
}

/** Cycles of a permutation given as each place's image, fixed places left out, each cycle from its smallest place on. */
export function cyclesOf(images: readonly number[]): number[][] {
  const seen = new Set<number>();
  const cycles: number[][] = [];
  for (const start of images.keys()) {
    const cycle: number[] = [];
    for (let at = start; !seen.has(at); at = images[at] ?? start) {
      seen.add(at);
      cycle.push(at);
    }
    if (cycle.length > 1) cycles.push(cycle);
  }
  return cycles;
}
