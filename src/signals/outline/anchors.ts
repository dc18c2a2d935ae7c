import { slugOf } from "../../util/slug.ts";

/** How renderers make an anchor of a heading's words. Several on purpose: a false "missing anchor" is worse than a missed one. */
const SLUGGERS: readonly ((text: string) => string)[] = [
  /** GitHub, Docusaurus, Hugo; emoji's variation selectors dropped, as people write it. */
  (text) => slugOf(text).replace(/\ufe0f/g, ""),
  /** GitHub with the variation selector that its own anchors keep. */
  slugOf,
  /** GitLab, kramdown, mdBook's runs of blanks: runs of hyphens are one, none at the ends. */
  (text) =>
    trimHyphens(
      slugOf(text)
        .replace(/\ufe0f/g, "")
        .replace(/-{2,}/g, "-"),
    ),
  /** MkDocs: Python-Markdown's `toc.slugify`. */
  (text) =>
    toAscii(text)
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/[-\s]+/g, "-"),
  /** Docutils and Sphinx: `nodes.make_id`. */
  (text) =>
    trimHyphens(
      toAscii(text)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^[-0-9]+/, ""),
    ),
  /** Pandoc's `auto_identifiers`: dots stay, what stands before the first letter goes. */
  (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_\-. ]/gu, "")
      .replace(/^[^\p{L}]+/u, "")
      .replace(/ +/g, "-"),
];

/** Words of plain letters, of which every renderer makes the same anchor. */
const PLAIN_WORDS = /^[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/;

/**
 * Every anchor of a document: those that authors set, and what the usual renderers make of its headings. A repeated heading gets `-1`
 * (GitHub) and `_1` (MkDocs) and so on. Without duplicates, in the order of the headings.
 */
export function anchorsOf(slugged: readonly string[], ids: ReadonlySet<string>): string[] {
  const anchors = new Set(ids);
  const seen = new Map<string, number>();
  for (const text of slugged) {
    const slugs = PLAIN_WORDS.test(text)
      ? [text.toLowerCase().replaceAll(" ", "-")]
      : new Set(SLUGGERS.map((slugger) => slugger(text.trim())));
    for (const slug of slugs) {
      if (slug === "") continue;
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      anchors.add(count === 0 ? slug : `${slug}-${count}`);
      if (count > 0) anchors.add(`${slug}_${count}`);
    }
  }
  return [...anchors];
}

function toAscii(text: string): string {
  return text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
}

function trimHyphens(text: string): string {
  return text.replace(/^-+|-+$/g, "");
}
