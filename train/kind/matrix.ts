/** Sparse rows of features (compressed sparse rows). */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Where each row starts in `indices` and `values`; `rows + 1` numbers. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export type SparseRow = readonly (readonly [column: number, value: number])[];

export function matrixOf(rows: readonly { readonly indices: ArrayLike<number>; readonly values: ArrayLike<number> }[], columns: number): Matrix {
  const starts = new Int32Array(rows.length + 1);
  for (const [place, row] of rows.entries()) starts[place + 1] = (starts[place] ?? 0) + row.indices.length;
  const total = starts[rows.length] ?? 0;
  const indices = new Int32Array(total);
  const values = new Float32Array(total);
  for (const [place, row] of rows.entries()) {
    indices.set(row.indices, starts[place]);
    values.set(row.values, starts[place]);
  }
  return { rows: rows.length, columns, starts, indices, values };
}
