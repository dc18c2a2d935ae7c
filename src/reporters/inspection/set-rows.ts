/** What an inspection says of the set that its file is compared with. */
import { shown } from "../terminal/finding.ts";
import type { Style } from "../terminal/style.ts";
import { counted, pathFromHere } from "../terminal/words.ts";
import { fitAndBelongingInWords, fitInWords } from "./fit-words.ts";
import type { InspectedEntry, InspectedSet } from "./inspection.ts";
import type { Row } from "./rows.ts";

/** Entries that are named where several list one file. */
const MOST_ENTRIES = 3;
const MOST_FINDINGS = 6;

/** Rows of set, entry and findings. */
export function setRows(set: InspectedSet | null, style: Style): Row[] {
  if (set === null) return [{ label: "set", text: "none: no index that can be read was found here or in the folders above the file" }];
  const text = shown(`${pathFromHere(set.root, set.index)} (${set.form}, ${counted(set.entryCount, "entry", "entries")})`);
  return [{ label: "set", text }, ...relationRows(set, style), ...closestRows(set), ...findingRows(set, style)];
}

function relationRows(set: InspectedSet, style: Style): Row[] {
  switch (set.relation) {
    case "index":
      return [{ label: "entry", text: "none: it is an index of the set itself" }];
    case "outside":
      return [{ label: "entry", text: "none: it stands outside of the set's root" }];
    case "unlisted":
      return [{ label: "entry", text: "none: the index does not list it" }];
    case "listed": {
      const more = set.listedAs.length - MOST_ENTRIES;
      const rows = set.listedAs.slice(0, MOST_ENTRIES).map((entry) => listedRow(entry, set, style));
      return more > 0 ? [...rows, { label: "", text: `and ${counted(more, "more entry", "more entries")}; --format json has all` }] : rows;
    }
  }
}

function listedRow(entry: InspectedEntry, set: InspectedSet, { colours }: Style): Row {
  const sure = entry.confidence > 0 ? `, ${Math.round(entry.confidence * 100)} % sure` : "";
  const fit = entry.fit === null ? "" : `; ${fitAndBelongingInWords(entry.fit)}`;
  const colour = { right: colours.green, doubtful: colours.yellow, wrong: colours.red, missing: colours.red, unknown: String }[
    entry.verdict
  ];
  return { label: "listed as", text: shown(`${entryInWords(entry, set)}: ${entry.verdict}${sure}${fit}`), colour };
}

/** What an entry is called and where it stands: `"Alarm levels" (seeds/INDEX.md:19:27)`. */
function entryInWords({ title, index, line, column }: InspectedEntry, { root }: InspectedSet): string {
  return `"${title}" (${pathFromHere(root, index)}:${line}:${column})`;
}

/** The entry that it fits best, where that is another than its own, or that it fits none. */
function closestRows(set: InspectedSet): Row[] {
  const { closest, fits, listedAs } = set;
  if (closest === null || closest.fit === null) return [];
  const isOwn = listedAs.some(({ index, line, column }) => closest.index === index && closest.line === line && closest.column === column);
  const words = `${entryInWords(closest, set)}, ${leadInWords(closest, set)}`;
  switch (fits) {
    case "best":
      return isOwn ? [] : [{ label: "fits best", text: shown(`${words}: ${fitAndBelongingInWords(closest.fit)}`) }];
    case "none":
      return [
        { label: "fits none", text: isOwn ? "its own entry is the nearest" : shown(`nearest is ${words}: ${fitInWords(closest.fit)}`) },
      ];
    case "listed":
    case "not-compared":
      return [];
  }
}

/** Where an entry leads. */
function leadInWords({ path, target }: InspectedEntry, { root }: InspectedSet): string {
  return path === null ? `whose target ${target} is not there` : `which lists ${pathFromHere(root, path)}`;
}

function findingRows({ findings, root, index }: InspectedSet, { colours }: Style): Row[] {
  if (findings.length === 0) return [];
  const named = findings.slice(0, MOST_FINDINGS).map(({ severity, rule }) => `${severity}[${rule}]`);
  const more = findings.length > MOST_FINDINGS ? ` and ${findings.length - MOST_FINDINGS} more` : "";
  const call = ["seedcheck", ...(root === "." ? [] : ["--root", quoted(root)]), quoted(pathFromHere(root, index))].join(" ");
  const colour = findings.some(({ severity }) => severity === "error") ? colours.red : String;
  return [{ label: "findings", text: shown(`${named.join(", ")}${more}; ${call} shows them`), colour }];
}

/** A word of a call, in quotes where a shell would take it apart. */
function quoted(word: string): string {
  return /[^\w./@+~:-]/.test(word) ? `"${word}"` : word;
}
