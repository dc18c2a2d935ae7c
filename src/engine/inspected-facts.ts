/** What an inspection says of a document by itself. */
import { typeByName } from "../readers/type-by-name.ts";
import type { Inspection } from "../reporters/inspection/inspection.ts";
import type { CheckedDocument, Outline, Signals } from "../types.ts";
import { lookOf } from "../util/document-look.ts";
import { identifiersOf } from "../util/identifiers.ts";

/** Log-odds of completeness under which its signs are chance (`signals/completeness-model.ts`: an open sentence has 2, an odd word 1.1 to 1.9). */
const LEAST_CUT_LOG_ODDS = 2;
/** Signals that have a place of their own in an inspection, or are numbers that say nothing to a person. */
const OWN_PLACE: ReadonlySet<string> = new Set<keyof Signals>([
  "outline",
  "pointer",
  "conflictMarkers",
  "residue",
  "errorPage",
  "kind",
  "language",
  "terms",
  "sketch",
  "wordCount",
  "lineCount",
]);

/** Everything that is known of a document by itself. */
export function inspectedFacts(document: CheckedDocument): Omit<Inspection, "path" | "set"> {
  const { signals, problems } = document;
  const look = lookOf(document);
  return {
    bytes: document.sizeBytes,
    sha256: document.sha256,
    type: { content: document.type, name: typeByName(document.path) },
    encoding: document.encoding,
    language: signals.language,
    look: look.name === null ? null : { name: look.name, confidence: look.confidence },
    kind: signals.kind,
    titles: (signals.outline?.titles ?? []).map((title) => ({ ...title, identifiers: identifiersIn(title) })),
    words: signals.wordCount,
    lines: signals.lineCount,
    residue: signals.residue,
    errorPage: signals.errorPage,
    pointer: signals.pointer,
    conflictMarkers: signals.conflictMarkers,
    signals: furtherSignals(signals),
    problems,
  };
}

/** In a first line, which may be any sentence, only what is written in capitals: "Best 55" is no identifier. */
function identifiersIn({ text, source }: Outline["titles"][number]): string[] {
  const written = identifiersOf(text).map((identifier) => identifier.text);
  return source === "first-line" ? written.filter((identifier) => identifier === identifier.toUpperCase()) : written;
}

function furtherSignals(signals: Signals): Readonly<Record<string, unknown>> {
  const { completeness } = signals;
  const isWhole = completeness === null || completeness.logOdds < LEAST_CUT_LOG_ODDS;
  const found = Object.entries(signals).filter(
    ([name, value]) =>
      !OWN_PLACE.has(name) && value !== null && !(Array.isArray(value) && value.length === 0) && !(name === "completeness" && isWhole),
  );
  return Object.fromEntries(found);
}
