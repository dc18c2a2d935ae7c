/** What `seedcheck inspect` says of a file, as types: the JSON contract of `inspection.schema.json`. No code stands here. */
import type {
  DocumentProblem,
  EntryVerdict,
  ErrorPageSignal,
  KindSignal,
  Outline,
  PointerSignal,
  Quote,
  ResidueSignal,
  Severity,
} from "../../types.ts";

/** A title candidate with the identifiers in it (`RFC 9110`), as written. */
export type InspectedTitle = Outline["titles"][number] & { readonly identifiers: readonly string[] };

/** How well a document and an entry agree: natural logarithms, as in `IdentityMatch`. */
export interface InspectedFit {
  /** That the entry means this document rather than another one of the set. */
  readonly logOdds: number;
  /** That the document belongs to this set rather than to another one. */
  readonly belonging: number;
}

/** An entry of the set's index. */
export interface InspectedEntry {
  /** The index and the place in it. Path relative to the set's root. */
  readonly index: string;
  readonly line: number;
  readonly column: number;
  readonly target: string;
  readonly title: string;
  /** The document that it leads to, relative to the set's root; null where there is none. */
  readonly path: string | null;
  readonly verdict: EntryVerdict;
  /** Of the verdict, 0 to 1; 0 for `unknown`. */
  readonly confidence: number;
  /** How well the inspected document fits it; null where it has no text to compare. */
  readonly fit: InspectedFit | null;
}

/** The set that a document is compared with. */
export interface InspectedSet {
  /** Relative to the current directory where it is that or below it, else absolute. */
  readonly root: string;
  /** The main index, relative to the root, and its form. */
  readonly index: string;
  readonly form: string;
  readonly entryCount: number;
  /** The document's path in the set; null where it stands outside of the root. */
  readonly path: string | null;
  /** `index`: the file is an index of the set. `listed`: an entry leads to it. `unlisted`: none does. `outside`: it stands outside of the root. */
  readonly relation: "index" | "listed" | "unlisted" | "outside";
  /** The entries that lead to it, in the order of the indexes. */
  readonly listedAs: readonly InspectedEntry[];
  /** `best`: an entry that it fits best, beside its own where it fits that much worse. `listed`: none fits it better than its own. `none`: it fits no entry. */
  readonly fits: "best" | "listed" | "none" | "not-compared";
  /** The entry that it fits best, or least badly; null where it was compared with none. */
  readonly closest: InspectedEntry | null;
  /** What a check of the set says of the document, worst first. */
  readonly findings: readonly { readonly rule: string; readonly severity: Severity; readonly message: string }[];
}

/** What a file is, and which entry it belongs to. */
export interface Inspection {
  /** Relative to the current directory where it is below it, else as it was given, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Empty where the file is too large to be hashed. */
  readonly sha256: string;
  /** MIME types: by content, and what the name says; null where the name says nothing. */
  readonly type: { readonly content: string; readonly name: string | null };
  readonly encoding: string | null;
  readonly language: string | null;
  /** What it seems to be, with its article; null where nothing shows. */
  readonly look: { readonly name: string; readonly confidence: number } | null;
  readonly kind: KindSignal | null;
  /** Best first. */
  readonly titles: readonly InspectedTitle[];
  readonly words: number;
  readonly lines: number;
  readonly residue: ResidueSignal | null;
  readonly errorPage: ErrorPageSignal | null;
  readonly pointer: PointerSignal | null;
  readonly conflictMarkers: readonly Quote[];
  /** Further signals that found something, by name, as `Signals` holds them. */
  readonly signals: Readonly<Record<string, unknown>>;
  readonly problems: readonly DocumentProblem[];
  /** Null where the file is in no set: no index was found. */
  readonly set: InspectedSet | null;
}

/** What one call inspected, in its order. */
export interface Inspections {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "seedcheck"; readonly version: string };
  readonly documents: readonly Inspection[];
}
