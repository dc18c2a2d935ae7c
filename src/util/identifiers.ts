/** Identifiers and numbers with their series: `RFC 9110`, `BOLT #3`, `CIP-0027`, `REQ-p00001`, and the numbers in file names. */

export interface Identifier {
  /** Upper-case letters of the series, joined by `-` (`CIP`, `AGET-CORE`); empty for a bare number. */
  readonly series: string;
  readonly number: number;
  /** As written. */
  readonly text: string;
}

/** Two letters or more, an optional second part, a joint, digits. A date, a version and a decimal are none. */
const IDENTIFIER =
  /(?<![\p{L}\p{N}])([A-Za-z]{2,12}(?:[-_][A-Za-z]{1,12}){0,2})(?:[-_ ]{1,2}#?|#| #|)0*(\d{1,6})(?![\p{L}\p{N}.]*\d|[%°]|\p{L})/gu;
/** Words that precede a number and make no series. */
const NO_SERIES =
  /^(?:version|ver|rev|revision|page|pages|part|vol|volume|no|nr|step|level|phase|stage|day|week|month|year|q|june|july|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|august|september|october|november|december|es|v|h|top|over|about|at|in|on|of|and|or|to|the|for|by|from|with|node|python|http|https|utf|ipv|sha|md|base|web|java|win|x|ed)$/i;

/** Identifiers in running text, in order. */
export function identifiersOf(text: string): Identifier[] {
  const found: Identifier[] = [];
  for (const match of text.matchAll(IDENTIFIER)) {
    const series = (match[1] ?? "").toUpperCase().replace(/_/g, "-");
    if (NO_SERIES.test(series) || /^\d{4}-\d{2}-\d{2}/.test(text.slice(match.index + match[0].length - 4))) continue;
    found.push({ series, number: Number(match[2]), text: match[0] });
  }
  return found;
}

/** The number that a text consists of, or opens or closes with as an identifier: `27`, `0027`, `#3`, `CIP-27`, `[12]`, `HIP 7:`. Null where there is none, or several differ. */
export function numberOf(text: string): Identifier | null {
  const bare = /^[\s[(#№]*0*(\d{1,6})[\])\s.:]*$/u.exec(text);
  if (bare) return { series: "", number: Number(bare[1]), text: text.trim() };
  const found = identifiersOf(text.trim().slice(0, 200));
  const first = found[0];
  if (!first || found.some((other) => other.number !== first.number)) return null;
  return first;
}

const DATE = /^(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?\d{2})?/;

/**
 * The number that a file's or folder's name carries: a leading number (`0012-node-discovery`), or a series and a number
 * (`cip-027.md`, `BOLT02.md`, `ics-009-loopback-client`). Null for dates and for names without one.
 */
export function numberOfName(name: string): Identifier | null {
  if (DATE.test(name)) return null;
  const leading = /^0*(\d{1,6})(?=[-_. )]|$)/.exec(name);
  if (leading && !/^\d+\.\d/.test(name)) return { series: "", number: Number(leading[1]), text: leading[0] };
  const series = /^([A-Za-z]{1,12}(?:[-_][A-Za-z]{1,8})?)[-_ #]?0*(\d{1,6})(?=[-_. ]|$)/.exec(name);
  if (
    !series ||
    /^(?:v|version|ver|rev|part|es|h|utf|sha|md|ipv|base|mp|x)$/i.test(series[1] ?? "") ||
    /^\d*\.\d+\./.test(name.slice(series[0].length - 1))
  )
    return null;
  return { series: (series[1] ?? "").toUpperCase().replace(/_/g, "-"), number: Number(series[2]), text: series[0] };
}

/** The number that a path carries: its last segment's, else its folder's for names such as README or index. */
export function numberOfPath(path: string): Identifier | null {
  const segments = path.replace(/\/+$/, "").split("/");
  const last = segments.at(-1) ?? "";
  const own = numberOfName(last.replace(/\.[A-Za-z][A-Za-z0-9]{0,9}$/, ""));
  if (own || segments.length < 2) return own;
  return /^(?:readme|index|proposal|spec|main|summary)\b/i.test(last) ? numberOfName(segments.at(-2) ?? "") : null;
}
