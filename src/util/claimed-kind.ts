/**
 * What sort of document an entry says that it leads to, by its own words.
 *
 * Source of the tables: the words that indexes of real sets use for their documents (2026-11), with their counterparts in other languages.
 */
import type { Entry } from "../types.ts";

/** Words for normative texts and designs. Word parts in languages that join words; a bare "standard" is an adjective more often than not. */
const SPECIFICATION =
  /\b(?:specifications?|specs?|rfcs?|norms?|normative|standards|internet[- ]drafts?|requirements|(?:protocol|interface|data|message|wire|file) (?:definition|format|description)s?|spécifications?|normes?|especificaci(?:ón|ones)|especificaç(?:ão|ões)|normas?)\b|spezifikation|standardisierung|спецификаци|规范|規範|仕様|規格|标准|標準/iu;
const STANDARD_TITLE = /\bstandards?\b|стандарт/iu;
const DESIGN =
  /\b(?:designs?|proposals?|architectures?|adrs?|enhancements?|manuals?|references?|papers?|whitepapers?|white papers?|entwurf|conception|diseño|projeto)\b|проект|设计|設計/iu;

/** Words by which an entry says that it means a page of the web, whatever that page is about. */
const CAPTURE =
  /\b(?:(?:saved|archived|captured|scraped|crawled) (?:web ?)?(?:pages?|sites?|copy|articles?|html)|web ?(?:pages?|sites?) (?:captures?|snapshots?|archives?|cop(?:y|ies))|web (?:captures?|clippings?|archives?|scrapes?)|page captures?|html (?:captures?|snapshots?|dumps?)|news(?:paper)? (?:articles?|reports?|stor(?:y|ies)|items?)|press (?:releases?|articles?|coverage)|blog posts?|blog articles?|clippings?)\b/iu;
const WEB_PAGE =
  /\b(?:news|newspapers?|articles?|interviews?|blogs?|web ?pages?|clippings?|magazines?|forums?|captures?|captured|scraped|nachrichten?|artikel|zeitungs\p{L}*|actualités?|entrevues?|entretiens?|noticias?|artículos?|entrevistas?|notícias?|artigos?)\b|новост|стать[яи]|интервью|新闻|新聞|文章|博客|网页|網頁|記事|ニュース|インタビュー|ブログ/iu;
/** Words that say it of a kind or of a section, and of a title say what it is about. */
const ARCHIVE = /\b(?:archived?|archives|snapshots?|press|threads?|posts?|archiv|archivo|arquivo)\b/iu;
/** Pages that are kept as what they are: templates, samples and captures of errors. */
const ERROR_SAMPLE =
  /\b(?:error|404|403|401|429|50\d|not[- ]found|log-?in|sign-?in|consent|paywall|captcha|challenge)(?: [\w-]+){0,2} (?:pages?|screens?|templates?|samples?|examples?|fixtures?)\b|\b(?:examples?|samples?|fixtures?) (?:of|for) (?:an? |the )?(?:\w+ )?errors?\b/iu;

/** Whether an entry says that its document is a specification, a standard or the like. A kind that is claimed decides alone. */
export function claimsSpecification(entry: Entry): boolean {
  const { kind, description = "" } = entry.claims;
  if (kind !== undefined) return SPECIFICATION.test(kind) || STANDARD_TITLE.test(kind);
  if (claimsCapture(entry)) return false;
  const title = `${titleOf(entry)} ${nameOf(entry)}`;
  return SPECIFICATION.test(title) || STANDARD_TITLE.test(titleOf(entry)) || SPECIFICATION.test(description);
}

/** Whether an entry says that its document is a design, a paper, a manual, or a specification: a text that somebody wrote to be built on. */
export function claimsDocument(entry: Entry): boolean {
  return (
    claimsSpecification(entry) ||
    (!claimsWebPage(entry) && DESIGN.test(entry.claims.kind ?? `${titleOf(entry)} ${entry.claims.description ?? ""}`))
  );
}

/** Whether an entry says that its document is a news article, an interview, a blog post, a saved page or the like. */
export function claimsWebPage(entry: Entry): boolean {
  const { kind, description = "" } = entry.claims;
  if (kind !== undefined) return WEB_PAGE.test(kind) || CAPTURE.test(kind) || ARCHIVE.test(kind);
  if (claimsCapture(entry)) return true;
  const words = [titleOf(entry), description, ...entry.sections].join(" ");
  return (WEB_PAGE.test(words) || entry.sections.some((section) => ARCHIVE.test(section))) && !claimsSpecification(entry);
}

/** Whether an entry says that an error page or a form is what is meant to be there. */
export function claimsErrorPage(entry: Entry): boolean {
  return ERROR_SAMPLE.test([entry.claims.kind ?? "", titleOf(entry), entry.claims.description ?? ""].join(" "));
}

function claimsCapture(entry: Entry): boolean {
  return CAPTURE.test([titleOf(entry), entry.claims.description ?? "", ...entry.sections].join(" "));
}

function titleOf(entry: Entry): string {
  return `${entry.title} ${entry.claims.identifier ?? ""}`;
}

/** The file's name as words. */
function nameOf(entry: Entry): string {
  const path = entry.path ?? entry.target;
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.\w+$/, "")
    .replace(/[-_.]+/g, " ");
}
