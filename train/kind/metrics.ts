/** Figures by which a model is judged. */

/** Area under the receiver operating characteristic: how often a positive scores over a negative; ties count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const all = [...positives.map((score) => ({ score, isPositive: true })), ...negatives.map((score) => ({ score, isPositive: false }))];
  all.sort((a, b) => a.score - b.score);
  let sum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to++;
    const rank = (from + to + 1) / 2;
    for (let at = from; at < to; at++) if (all[at]?.isPositive) sum += rank;
    from = to;
  }
  const count = positives.length;
  return (sum - (count * (count + 1)) / 2) / (count * negatives.length);
}

/** Precision, recall and F1 of each label that occurs among the truths. */
export function scoresByLabel(truths: readonly number[], guesses: readonly number[]) {
  return [...new Set(truths)]
    .sort((a, b) => a - b)
    .map((label) => {
      const count = (test: (truth: boolean, guess: boolean) => boolean) =>
        truths.filter((truth, at) => test(truth === label, guesses[at] === label)).length;
      const hits = count((truth, guess) => truth && guess);
      const total = count((truth) => truth);
      const guessed = count((_, guess) => guess);
      return { label, hits, total, guessed, f1: (2 * hits) / (total + guessed || 1) };
    });
}

/** Expected calibration error over ten equal bins (Naeini, Cooper and Hauskrecht, 2015). */
export function calibrationError(judged: readonly { readonly confidence: number; readonly isRight: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const members = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const confidence = members.reduce((sum, member) => sum + member.confidence, 0);
    const right = members.filter(({ isRight }) => isRight).length;
    error += Math.abs(confidence - right) / judged.length;
  }
  return error;
}
