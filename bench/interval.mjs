/** Shares as they are reported: counts, the share, and its 95 % interval (Wilson 1927). */
const Z = 1.959964;

/** The interval's ends, 0 to 1. */
export function wilson(hits, all) {
  if (all === 0) return [0, 1];
  const share = hits / all;
  const middle = share + Z ** 2 / (2 * all);
  const half = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2));
  return [(middle - half) / (1 + Z ** 2 / all), (middle + half) / (1 + Z ** 2 / all)];
}

/** `12 of 13 = 0.923 (0.667-0.986)`. */
export function shareText(hits, all) {
  const [low, high] = wilson(hits, all);
  return `${hits} of ${all} = ${(all === 0 ? 0 : hits / all).toFixed(4)} (${low.toFixed(3)}-${high.toFixed(3)})`;
}
