import type { Document, Signals } from "../types.ts";
import { measureConflictMarkers } from "./conflict-markers.ts";
import { measureErrorPage } from "./error-page.ts";
import { measureOutline } from "./outline.ts";
import { measurePointer } from "./pointer.ts";
import { measureResidue } from "./residue.ts";
import { measureTerms } from "./terms.ts";
import { countWords } from "./word-count.ts";

/** Measures every signal of a document, each once. Kind and language are not measured yet and are null. */
export function measureSignals(document: Document): Signals {
  const outline = measureOutline(document);
  return {
    outline,
    pointer: measurePointer(document),
    conflictMarkers: measureConflictMarkers(document),
    residue: measureResidue(document),
    errorPage: measureErrorPage(document),
    kind: null,
    language: null,
    terms: measureTerms(document, outline),
    wordCount: document.text === null ? 0 : countWords(document.text),
  };
}
