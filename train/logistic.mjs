/** Logistic regression by full-batch Adam (Kingma and Ba 2015): few features, few thousand rows, the same result every time. */

const STEPS = 600;
const RATE = 0.1;
const [DECAY, DECAY2, TINY] = [0.9, 0.999, 1e-8];

/** Weights and bias that fit `rows` (arrays of numbers) to `labels` (0 or 1); `ridge` is the L2 penalty. */
export function fitLogistic(rows, labels, { ridge = 1e-3 } = {}) {
  const width = rows[0].length;
  const at = new Float64Array(width + 1);
  const mean = new Float64Array(width + 1);
  const square = new Float64Array(width + 1);
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeAt(at, rows, labels);
    for (let k = 0; k <= width; k++) {
      const g = slope[k] + (k < width ? ridge * at[k] : 0);
      mean[k] = DECAY * mean[k] + (1 - DECAY) * g;
      square[k] = DECAY2 * square[k] + (1 - DECAY2) * g * g;
      at[k] -= (RATE * (mean[k] / (1 - DECAY ** step))) / (Math.sqrt(square[k] / (1 - DECAY2 ** step)) + TINY);
    }
  }
  return { weights: Array.from(at.subarray(0, width)), bias: at[width] };
}

function slopeAt(at, rows, labels) {
  const width = at.length - 1;
  const slope = new Float64Array(width + 1);
  rows.forEach((row, index) => {
    const error = (1 / (1 + Math.exp(-logOdds({ weights: at, bias: at[width] }, row))) - labels[index]) / rows.length;
    for (let k = 0; k < width; k++) slope[k] += error * row[k];
    slope[width] += error;
  });
  return slope;
}

/** The model's log-odds of a row. */
export function logOdds({ weights, bias }, row) {
  let sum = bias;
  for (let k = 0; k < row.length; k++) sum += weights[k] * row[k];
  return sum;
}

/** A generator of numbers from 0 to 1, the same for the same seed (Lehmer; Park and Miller 1988). */
export function seeded(seed) {
  let state = seed % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
