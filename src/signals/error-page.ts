import type { Document, ErrorPageSignal } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { errorInData } from "./error-page-data.ts";
import { type ErrorMatch, matchErrorLine } from "./error-page-matcher.ts";
import { type ErrorSort, SERVER_LINES } from "./error-page-phrases.ts";
import { type ShownLine, type ShownText, shownText } from "./error-page-text.ts";
import { matchLine } from "./residue-matcher.ts";

/**
 * The page that a server, proxy or wall sent instead of the document: null where the document is no such page.
 * Method: phrases and status codes (`error-page-phrases.ts`) add up to points by sort, each once; the sort with the most wins where it has
 * enough of them and hardly any prose stands beside them. Texts about errors fail by their prose or by the many codes that they name.
 */
export function measureErrorPage(document: Document): ErrorPageSignal | null {
  if (document.text === null || document.text === "") return null;
  const data = errorInData(document);
  if (data !== null) return data;
  if (DATA_TYPE.test(document.type)) return null;
  const shown = shownText(document);
  return shown === null ? null : judge(shown);
}

const DATA_TYPE = /json|yaml|toml|csv|tab-separated|[/+]xml$|bibtex|mbox/;

/** Points that a sort needs, and most characters of prose that may stand beside many: walls show the opening of what they hide. */
const LIMITS = {
  "not-found": { points: 3, prose: 500 },
  "server-error": { points: 3, prose: 400 },
  "bot-challenge": { points: 3, prose: 400 },
  "login-wall": { points: 4, prose: 500 },
  "consent-wall": { points: 6, prose: 800 },
  paywall: { points: 6, prose: 1500 },
  forbidden: { points: 3, prose: 400 },
  "rate-limit": { points: 3, prose: 300 },
} satisfies Readonly<Record<ErrorSort, { readonly points: number; readonly prose: number }>>;

/** Most characters of prose beside few points: a title and a sentence of its own may be a page about the error. */
const PROSE_BY_POINTS: readonly (readonly [below: number, characters: number])[] = [
  [4, 40],
  [5, 200],
];
/** A text this short that says it, and hardly anything else, is an error page: `Not Found`. */
const SHORT = { characters: 160, points: 2, ratio: 0.7 } as const;
/** Status codes of so many sorts are a text about them. */
const MOST_STATUS_SORTS = 2;
/** Points of the server's own lines at the foot. */
const SERVER_POINTS = 1;
/** A line of prose: so many words, or characters where words are not parted. */
const PROSE_WORDS = 9;
const PROSE_CHARACTERS = 70;
const PROSE_IDEOGRAPHS = 30;
const MENU_CAPITAL_RATIO = 0.6;
/** Characters on lines that end as sentences do, evidence included: with more, nothing needs to be looked up. Consent walls have the most. */
const MOST_SENTENCES = 3500;
const MOST_QUOTES = 8;
/** A log-in or consent form is the page where it makes up this share of it, heads it, or stands on a short page without prose. */
const LEAST_FORM_RATIO = 0.3;
const TITLE_LINES = 3;
const PASSWORD = /pass|kennwort|kodeord|contraseña|clave|senha|парол|密码|密碼|パスワード|wachtwoord|hasło|lösenord|adgangskode/i;
const BARE_PAGE = { characters: 2000, prose: 300 } as const;

interface Reading extends ShownLine {
  readonly matches: readonly ErrorMatch[];
}

function judge(shown: ShownText): ErrorPageSignal | null {
  if (sentenceCharacters(shown) > MOST_SENTENCES) return null;
  const readings = shown.lines.map((line) => ({ ...line, matches: matchErrorLine(line.text) }));
  const sort = bestSort(readings);
  if (sort === null || statusSorts(readings).size > MOST_STATUS_SORTS) return null;
  const said = readings.filter(({ matches }) => matches.some((match) => match.sort === sort));
  const server = readings.filter(({ text }) => SERVER_LINES.test(text));
  const points = pointsOf(said, sort) + (server.length > 0 ? SERVER_POINTS : 0);
  const prose = proseBeside(shown, readings, new Set([...said, ...server]));
  const mostProse = Math.min(LIMITS[sort].prose, PROSE_BY_POINTS.find(([below]) => points < below)?.[1] ?? Number.POSITIVE_INFINITY);
  if (points < pointsNeeded(sort, shown, said) || prose > mostProse || !isForm(sort, said, { shown, prose })) return null;
  const evidence = [...said, ...server].sort((a, b) => a.line - b.line).slice(0, MOST_QUOTES);
  return { sort, evidence: evidence.map(({ line, text }) => quoteOf(line, text)), confidence: confidenceOf(points, prose / mostProse) };
}

function pointsNeeded(sort: ErrorSort, { characters }: ShownText, said: readonly Reading[]): number {
  const isShort = characters <= SHORT.characters && charactersOf(said) >= SHORT.ratio * characters;
  return isShort ? Math.min(SHORT.points, LIMITS[sort].points) : LIMITS[sort].points;
}

function charactersOf(lines: readonly ShownLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function sentenceCharacters({ lines }: ShownText): number {
  return charactersOf(lines.filter(({ text }) => text.length >= PROSE_CHARACTERS && /[.:;。]$/.test(text)));
}

function bestSort(readings: readonly Reading[]): ErrorSort | null {
  const sorts = [...new Set(readings.flatMap(({ matches }) => matches.map(({ sort }) => sort)))];
  const ranked = sorts.map((sort) => ({ sort, points: pointsOf(readings, sort) })).sort((a, b) => b.points - a.points);
  return ranked[0]?.sort ?? null;
}

/** Points of one sort, each phrase once. */
function pointsOf(readings: readonly Reading[], sort: ErrorSort): number {
  const points = new Map<string, number>();
  for (const match of readings.flatMap(({ matches }) => matches)) if (match.sort === sort) points.set(match.key, match.points);
  return [...points.values()].reduce((sum, one) => sum + one, 0);
}

/** The sorts whose status codes are named. */
function statusSorts(readings: readonly Reading[]): ReadonlySet<ErrorSort> {
  return new Set(readings.flatMap(({ matches }) => matches.flatMap(({ key, sort }) => (/^\d+$/.test(key) ? [sort] : []))));
}

/** Characters of running text that is not evidence, code and tables included. */
function proseBeside(shown: ShownText, readings: readonly Reading[], evidence: ReadonlySet<Reading>): number {
  const prose = readings.filter((reading) => !evidence.has(reading) && isProse(reading.text));
  return charactersOf(prose) + Math.max(0, shown.characters - charactersOf(readings));
}

function isProse(text: string): boolean {
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && text.length > PROSE_IDEOGRAPHS) return true;
  const words = text.split(" ");
  if (text.length < PROSE_CHARACTERS && words.length < PROSE_WORDS) return false;
  return !isMenuRow(text, words) && matchLine(text) === null;
}

/** Menu items run together: most words have capitals, and no sentence ends. */
function isMenuRow(text: string, words: readonly string[]): boolean {
  return !/[.!?;:]["”»)]?$/.test(text) && words.filter((word) => /^\P{Ll}/u.test(word)).length >= MENU_CAPITAL_RATIO * words.length;
}

/** Log-in and consent forms stand on many pages: whether one is what this page is for. */
function isForm(sort: ErrorSort, said: readonly Reading[], { shown, prose }: { shown: ShownText; prose: number }): boolean {
  if (sort !== "login-wall" && sort !== "consent-wall") return true;
  if (sort === "login-wall" && !said.some(({ text, matches }) => PASSWORD.test(text) || matches.some(({ points }) => points > 1)))
    return false;
  const title = shown.lines.slice(0, TITLE_LINES);
  if (said.some(({ line, text }) => title.some((head) => head.line === line && head.text === text))) return true;
  if (shown.characters <= BARE_PAGE.characters && prose <= BARE_PAGE.prose) return true;
  return charactersOf(said) >= LEAST_FORM_RATIO * shown.characters;
}

/** By how much is said; the corpus has no false alarm to set it by, so that it stays below what the counts would allow. */
function confidenceOf(points: number, proseRatio: number): number {
  const sure = points >= 6 ? 0.97 : points >= 4 ? 0.93 : points >= 3 ? 0.85 : 0.7;
  return proseRatio > 0.5 ? sure - 0.15 : sure;
}
