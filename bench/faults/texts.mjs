/** Texts to plant: uncut rows of the corpus, and documents of other sets. */
import { readCorpus } from "../../train/corpus.mjs";

/** Pools of texts by kind of fault; `reportFold` takes the sources that nothing was tuned on. */
export function corpusTexts({ reportFold }) {
  const rows = readCorpus().filter((row) => row.isReportFold === reportFold && row.n <= row.text.length && row.text.length >= 400);
  const english = rows.filter(({ lang }) => lang === undefined || lang === null || lang === "en");
  return {
    scrapedRaw: rows.filter(({ scraped, clean, kind }) => scraped && !clean && kind !== "errorpage" && kind !== "apiref"),
    scrapedClean: english.filter(({ scraped, clean }) => scraped && clean),
    errorPages: readCorpus().filter((row) => row.isReportFold === reportFold && row.n <= row.text.length && row.kind === "errorpage"),
    otherLanguages: rows.filter(
      ({ lang, kind }) => /^(?:de|fr|es|pt|it|nl|sv|fi|no|pl|ca)$/.test(lang ?? "") && kind !== "code" && kind !== "data",
    ),
    blogs: rows.filter(({ kind, scraped, clean }) => (kind === "blog" || kind === "changelog") && (clean || !scraped)),
  };
}
