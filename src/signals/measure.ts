import type { Document, Signals } from "../types.ts";
import { measureCompleteness } from "./completeness.ts";
import { measureConflictMarkers } from "./conflict-markers.ts";
import { measureErrorPage } from "./error-page.ts";
import { measureGarbled } from "./garbled.ts";
import { measureHiddenText } from "./hidden-text.ts";
import { measureKind } from "./kind.ts";
import { measureLanguage } from "./language.ts";
import { measureOutline } from "./outline.ts";
import { measurePassage } from "./passage.ts";
import { measurePlaceholder } from "./placeholder.ts";
import { measurePointer } from "./pointer.ts";
import { measureRedirect } from "./redirect.ts";
import { measureResidue } from "./residue.ts";
import { Sketcher } from "./sketch.ts";
import { measureTerms } from "./terms.ts";
import { measureVersions } from "./versions.ts";
import { countWords } from "./word-count.ts";

/** Measures every signal of a document, each once. */
export function measureSignals(document: Document): Signals {
  const outline = measureOutline(document);
  const sketcher = new Sketcher();
  const terms = measureTerms(document, outline, (term) => sketcher.add(term));
  return {
    outline,
    pointer: measurePointer(document),
    conflictMarkers: measureConflictMarkers(document),
    residue: measureResidue(document),
    passage: measurePassage(document),
    errorPage: measureErrorPage(document),
    completeness: measureCompleteness(document, outline),
    placeholder: measurePlaceholder(document),
    garbled: measureGarbled(document),
    hiddenText: measureHiddenText(document),
    kind: measureKind(document),
    language: measureLanguage(document),
    terms,
    sketch: terms === null ? null : sketcher.finish(),
    redirect: measureRedirect(document, outline),
    versions: measureVersions(document),
    wordCount: document.text === null ? 0 : countWords(document.text),
    lineCount: document.lines.length,
  };
}
