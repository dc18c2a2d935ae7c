/** What an inspection says of its file by itself. */
import type { ErrorPageSignal, KindSignal, ResidueSignal } from "../../types.ts";
import { ERROR_PAGE_NAMES } from "../../util/document-look.ts";
import { nameOfLanguage } from "../../util/language-names.ts";
import { shown } from "../terminal/finding.ts";
import type { Style } from "../terminal/style.ts";
import { counted, grouped } from "../terminal/words.ts";
import { viewSignals } from "./further-signals.ts";
import type { Inspection } from "./inspection.ts";
import { numberRanges } from "./number-ranges.ts";
import { type Row, rowNamed } from "./rows.ts";

/** Confidence from which a kind is more than a hint: nine in ten are right (`models/kind.md`). */
const SURE_KIND = 0.7;
/** Log-odds under which hardly any specification lies (`rules/wrong-kind.ts`). */
const UNLIKE_SPECIFICATION = -1;

/** Rows of what the file is: what it seems, its kind and its name. */
export function identityRows(inspection: Inspection, { colours }: Style): Row[] {
  const { look, kind, titles } = inspection;
  const [title] = titles;
  return [
    ...inspection.problems.map(({ kind: sort, message }) => ({
      label: "problem",
      text: shown(`${sort}: ${message}`),
      colour: colours.red,
    })),
    ...(look === null ? [] : [{ label: "looks like", text: shown(`${look.name}${sureness(look.confidence)}`), colour: colours.bold }]),
    { label: "kind", text: kind === null ? "not judged: it takes 60 words of English" : kindInWords(kind) },
    { label: "title", text: title === undefined ? "none found" : shown(`"${title.text}" (line ${title.line}, ${sourceInWords(title)})`) },
    ...identifierRows(titles),
  ];
}

/** Rows of its bytes and its text. */
export function fileRows(inspection: Inspection): Row[] {
  const { type, encoding, bytes, sha256, words, lines, language } = inspection;
  const name = type.name === null || type.name === type.content ? "" : `; its name says ${type.name}`;
  const size = [counted(bytes, "byte"), ...(encoding === null ? [] : [counted(lines, "line"), counted(words, "word")])];
  return [
    { label: "type", text: shown(`${type.content}${encoding === null ? "" : `, ${encoding}`}${name}`) },
    { label: "language", text: language === null ? "not told" : shown(`${nameOfLanguage(language)} (${language})`) },
    { label: "size", text: size.join(", ") },
    { label: "sha256", text: sha256 === "" ? "not computed: the file is too large" : shown(sha256) },
  ];
}

/** Rows of what was found in its text, and what was looked for and not found. */
export function signalRows(inspection: Inspection, { colours }: Style): Row[] {
  const { residue, errorPage, pointer, conflictMarkers, signals } = inspection;
  const absent = [
    ...(residue === null || residue.lines.length > 0 ? [] : ["residue"]),
    ...(errorPage === null ? ["error page"] : []),
    ...(pointer === null ? ["pointer"] : []),
    ...(conflictMarkers.length === 0 ? ["conflict markers"] : []),
  ];
  return [
    ...(residue === null || residue.lines.length === 0 ? [] : residueRows(residue, colours.yellow)),
    ...(errorPage === null ? [] : [{ label: "error page", text: shown(errorPageInWords(errorPage)), colour: colours.red }]),
    ...(pointer === null ? [] : [{ label: "pointer", text: shown(`${pointer.system}: ${pointer.object}`), colour: colours.red }]),
    ...(conflictMarkers.length === 0
      ? []
      : [{ label: "conflict", text: `markers on lines ${numberRanges(conflictMarkers.map(({ line }) => line))}`, colour: colours.red }]),
    ...viewSignals(signals).flatMap(({ name, facts }) => (facts.length === 0 ? [] : [rowNamed(shown(name), shown(facts.join(", ")))])),
    ...(absent.length === 0 ? [] : [{ label: "not found", text: absent.join(", ") }]),
  ];
}

function kindInWords({ name, confidence, runnerUp, group, specificationLogOdds }: KindSignal): string {
  const hint = confidence < SURE_KIND ? ", a hint only" : "";
  const next = `then ${runnerUp.name} (${percent(runnerUp.confidence)})`;
  const family = group.name === name ? "" : `; ${group.name} as a group ${percent(group.confidence)}`;
  const unlike = specificationLogOdds < UNLIKE_SPECIFICATION ? "; unlike a specification" : "";
  return shown(`${name} (${percent(confidence)}${hint}), ${next}${family}${unlike}`);
}

function identifierRows(titles: Inspection["titles"]): Row[] {
  const identifiers = [...new Set(titles.flatMap((title) => title.identifiers))];
  return identifiers.length === 0 ? [] : [{ label: "identifier", text: shown(`${identifiers.join(", ")} (in its titles)`) }];
}

/** Where a title candidate was found, as it is said. */
export function sourceInWords({ source, isGeneric }: Inspection["titles"][number]): string {
  const words = {
    "front-matter": "front matter",
    heading: "heading",
    metadata: "metadata",
    "html-title": "HTML title",
    "first-line": "first line of words",
  };
  return `${words[source]}${isGeneric ? ", generic" : ""}`;
}

function residueRows({ lines, ratio }: ResidueSignal, colour: Row["colour"] & {}): Row[] {
  const sorts = [...new Set(lines.map(({ sort }) => sort))].sort();
  const places = sorts.map((sort) => `${sort} ${numberRanges(lines.filter((line) => line.sort === sort).map(({ line }) => line))}`);
  return [
    {
      label: "residue",
      text: `${percent(ratio)} of its characters, on ${counted(new Set(lines.map(({ line }) => line)).size, "line")}`,
      colour,
    },
    { label: "", text: shown(places.join("; ")) },
  ];
}

function errorPageInWords({ sort, confidence }: ErrorPageSignal): string {
  return `${ERROR_PAGE_NAMES[sort]}${sureness(confidence)}`;
}

function sureness(confidence: number): string {
  return confidence >= 0.995 ? "" : ` (${percent(confidence)} sure)`;
}

function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 1 ? "under 1 %" : `${grouped(Math.round(value))} %`;
}
