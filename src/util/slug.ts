/** Anchors of headings, as code hosts make them. */

/**
 * A heading's anchor: lower-case, punctuation dropped, each blank a hyphen (GitHub's rule as github-slugger implements it).
 */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replace(/ /g, "-");
}

/**
 * Anchors of all headings of a text in their order; a repeated one gets `-1`, `-2`, ... and skips what another heading has already
 * (github-slugger 2: headings `a`, `a-1`, `a` give `a`, `a-1`, `a-2`).
 */
export function slugsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const slug = slugOf(heading);
    let count = seen.get(slug);
    if (count === undefined) {
      seen.set(slug, 0);
      return slug;
    }
    do count++;
    while (seen.has(`${slug}-${count}`));
    seen.set(slug, count);
    seen.set(`${slug}-${count}`, 0);
    return `${slug}-${count}`;
  });
}
