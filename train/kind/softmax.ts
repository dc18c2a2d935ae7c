/** Multinomial logistic regression with L2 penalty. Weights are stored feature by feature: `weights[feature * classes + label]`; the last row is the bias. */
import { minimise } from "./lbfgs.ts";
import type { Matrix } from "./matrix.ts";

export interface Problem {
  readonly matrix: Matrix;
  readonly labels: ArrayLike<number>;
  /** Weight of each row; they sum to the number of rows. */
  readonly rowWeights: Float64Array;
  readonly classes: number;
}

/** `penalty`: strength of the L2 penalty, per row; the bias is free. */
export function fitSoftmax({ matrix, labels, rowWeights, classes }: Problem, penalty: number, steps = 60): Float64Array {
  const size = (matrix.columns + 1) * classes;
  const free = matrix.columns * classes;
  const logits = new Float64Array(classes);
  return minimise(
    (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let row = 0; row < matrix.rows; row++) {
        const rowWeight = rowWeights[row] as number;
        if (rowWeight === 0) continue;
        scoreRow(matrix, weights, row, logits);
        const label = labels[row] as number;
        toProbabilities(logits);
        loss -= rowWeight * Math.log(Math.max(1e-300, logits[label] as number));
        logits[label] = (logits[label] as number) - 1;
        for (let k = 0; k < classes; k++) logits[k] = (logits[k] as number) * rowWeight;
        addOuter(matrix, gradient, row, logits);
      }
      let squares = 0;
      const strength = penalty * matrix.rows;
      for (let at = 0; at < free; at++) {
        const weight = weights[at] as number;
        squares += weight * weight;
        gradient[at] = (gradient[at] as number) + strength * weight;
      }
      return loss + (strength / 2) * squares;
    },
    size,
    { steps, tolerance: 1e-5 },
  );
}

/** Writes the logits of one row. */
export function scoreRow(matrix: Matrix, weights: Float64Array, row: number, logits: Float64Array): void {
  const classes = logits.length;
  const bias = matrix.columns * classes;
  for (let k = 0; k < classes; k++) logits[k] = weights[bias + k] as number;
  const end = matrix.starts[row + 1] as number;
  for (let at = matrix.starts[row] as number; at < end; at++) {
    const value = matrix.values[at] as number;
    const base = (matrix.indices[at] as number) * classes;
    for (let k = 0; k < classes; k++) logits[k] = (logits[k] as number) + value * (weights[base + k] as number);
  }
}

function addOuter(matrix: Matrix, gradient: Float64Array, row: number, residuals: Float64Array): void {
  const classes = residuals.length;
  const bias = matrix.columns * classes;
  for (let k = 0; k < classes; k++) gradient[bias + k] = (gradient[bias + k] as number) + (residuals[k] as number);
  const end = matrix.starts[row + 1] as number;
  for (let at = matrix.starts[row] as number; at < end; at++) {
    const value = matrix.values[at] as number;
    const base = (matrix.indices[at] as number) * classes;
    for (let k = 0; k < classes; k++) gradient[base + k] = (gradient[base + k] as number) + value * (residuals[k] as number);
  }
}

/** Logits to probabilities, in place. Gives the sum of exponentials over the largest one. */
export function toProbabilities(logits: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > largest) largest = logit;
  let total = 0;
  for (let k = 0; k < logits.length; k++) {
    const value = Math.exp((logits[k] as number) - largest);
    logits[k] = value;
    total += value;
  }
  for (let k = 0; k < logits.length; k++) logits[k] = (logits[k] as number) / total;
  return total;
}
