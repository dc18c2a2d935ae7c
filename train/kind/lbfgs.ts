/** Minimises a smooth convex function: limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.5), backtracking line search. */
const MEMORY = 8;

/** Gives the value at `x` and writes the gradient. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** The point where the value falls by less than `tolerance` of itself in a step, or after `steps` steps. */
export function minimise(objective: Objective, size: number, { steps, tolerance }: { steps: number; tolerance: number }): Float64Array {
  let x: Float64Array = new Float64Array(size);
  let gradient: Float64Array = new Float64Array(size);
  let value = objective(x, gradient);
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, history);
    const slope = dot(direction, gradient);
    let length = step === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let next: Float64Array = x;
    const nextGradient = new Float64Array(size);
    let nextValue = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 20; attempt++) {
      next = moved(x, direction, length);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
      length /= 2;
    }
    const s = difference(next, x);
    const y = difference(nextGradient, gradient);
    const product = dot(s, y);
    if (product > 1e-12) history.push({ s, y, rho: 1 / product });
    if (history.length > MEMORY) history.shift();
    const fall = value - nextValue;
    x = next;
    gradient = nextGradient;
    value = nextValue;
    if (fall < tolerance * Math.abs(value)) break;
  }
  return x;
}

function descent(gradient: Float64Array, history: readonly { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const q = Float64Array.from(gradient);
  const alphas: number[] = [];
  for (const { s, y, rho } of [...history].reverse()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    add(q, y, -alpha);
  }
  const last = history.at(-1);
  if (last) scale(q, 1 / (last.rho * dot(last.y, last.y)));
  for (const { s, y, rho } of history) add(q, s, (alphas.pop() ?? 0) - rho * dot(y, q));
  scale(q, -1);
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function add(a: Float64Array, b: Float64Array, factor: number): void {
  for (let at = 0; at < a.length; at++) a[at] = (a[at] as number) + factor * (b[at] as number);
}

function scale(a: Float64Array, factor: number): void {
  for (let at = 0; at < a.length; at++) a[at] = (a[at] as number) * factor;
}

function moved(x: Float64Array, direction: Float64Array, length: number): Float64Array {
  const next = Float64Array.from(x);
  add(next, direction, length);
  return next;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = Float64Array.from(a);
  add(result, b, -1);
  return result;
}
