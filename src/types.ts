/**
 * The words of the design as types. No code stands here.
 * Everything is readonly plain data that survives JSON and a worker boundary, except where it says otherwise.
 * Paths are relative to the set's root, written with "/", as the file system spells them.
 */

/** A point in a text. Lines and columns count from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A range of a text; `end` is the position just after its last character. */
export interface Place extends Position {
  readonly end: Position;
}

export type Severity = "error" | "warning" | "info";

// ---------------------------------------------------------------- the index

/**
 * How the author wrote a target, from the surest to the vaguest:
 * `link`: by link syntax, or in a field that can hold nothing but a path;
 * `path`: a code span or bare text that is shaped like a path or a file name with a known extension;
 * `name`: a file's or folder's name without extension or folder, in a column of names;
 * `title`: no target at all: an identifier, a number or a title only.
 */
export type Notation = "link" | "path" | "name" | "title";

/** `listing`: the thing that a row, item, heading or line lists. `passing`: a reference in running text or beside the thing listed. */
export type MentionRole = "listing" | "passing";

/** What an index says of a document. Strings are as written, trimmed, markup removed. */
export interface Claims {
  readonly title?: string;
  readonly description?: string;
  readonly kind?: string;
  /** A name with a series, such as `RFC 9110`, `BOLT #3`, `CIP-27`, `REQ-p00001`. */
  readonly identifier?: string;
  /** The number that the row carries, as written (`0012`, `27`). */
  readonly number?: string;
  readonly language?: string;
  readonly date?: string;
  readonly version?: string;
  readonly status?: string;
  /** Size of the document as claimed; `unit` as written in singular: `byte`, `KB`, `line`, `word`, `page`. */
  readonly size?: { readonly value: number; readonly unit: string };
  /** `algorithm` in node:crypto's spelling (`sha256`); `value` in lower-case hexadecimal. */
  readonly checksum?: { readonly algorithm: string; readonly value: string };
  readonly owner?: string;
  readonly sourceUrl?: string;
}

/** One reference to one target in an index, before it is resolved. */
export interface Mention {
  /** The target as written, the form's own escapes undone (Markdown backslashes, entities); percent-escapes and `#anchor` are kept. For notation `title`: the identifier, number or title. */
  readonly target: string;
  /** Where the target's own characters stand. */
  readonly place: Place;
  /** Where the whole row, item, heading or line stands: what a person would read as the entry. */
  readonly row: Place;
  readonly notation: Notation;
  readonly role: MentionRole;
  /**
   * The listing that it belongs to: equal for mentions of one table column, one list, one drawing, one manifest.
   * Neighbours in a listing vouch for one another. Unique within the index.
   */
  readonly listing: string;
  /** The words of the link, cell or item that name the target, markup removed. */
  readonly label: string;
  readonly claims: Claims;
  /** Every word of the row, markup removed: rules look there for "planned", "private" and the like. */
  readonly rowText: string;
  /** Struck through (`~~x~~`, `<del>`). */
  readonly isStruck?: boolean;
  /** Headings above it, outermost first, markup removed. */
  readonly sections: readonly string[];
  /** Folders named by headings, captions, drawings' roots or fields above it, nearest first, as written. Tried before the index's folder for notation `path` and `name`, after it for `link`. */
  readonly bases: readonly string[];
  /** An image, an include directive and the like: a file that is shown here, not a document that is listed. */
  readonly isEmbedded?: boolean;
}

/** What a form's parser gives. Mentions stand in the order of the text. */
export interface ParsedIndex {
  readonly mentions: readonly Mention[];
  /** URLs that lead out of the set and were left alone. A code host's URL is a mention, not counted here, when the form cannot tell. */
  readonly externalUrlCount: number;
  /** Extension, with its dot, that targets may leave out. */
  readonly defaultExtension?: string;
  /** Folder that every target starts from, relative to the index's own folder (`docs` for MkDocs). */
  readonly baseFolder?: string;
  /** Number of documents that the index says it lists, where it says so. */
  readonly statedCount?: { readonly value: number; readonly place: Place };
  /** Faults of the index's own syntax, each with its place. */
  readonly problems: readonly { readonly message: string; readonly place: Place }[];
  /** Anchors that can be linked to within the index itself, in the form's own slug. */
  readonly anchors?: readonly string[];
}

/** A way of writing an index. One file each in `indexes/`, listed in `indexes/all.ts`. */
export interface IndexFormParser {
  /** The file's own name: `markdown`, `rst`, `checksum-manifest`. */
  readonly form: string;
  /** One line for people: what it reads. */
  readonly summary: string;
  /** Whether a file is of this form, by its name (path relative to the root) and the first 4,096 characters. The first parser of the list that says yes is used. */
  isForm(path: string, head: string): boolean;
  /** Reads the text; `\r\n` and a BOM may be present and count in positions. Never throws on any text. */
  parse(text: string, path: string): Promise<ParsedIndex>;
}

/** An index of the set as it was read. */
export interface SeedIndex extends ParsedIndex {
  readonly path: string;
  readonly form: string;
  readonly text: string;
}

// ------------------------------------------------------------ paths, entries

/** Why a target's absence is no fault. */
export type AbsenceReason =
  | "ignored-by-git"
  | "submodule"
  | "planned"
  | "private"
  | "removed"
  | "external"
  | "generated"
  | "placeholder"
  | "illustration";

/** What is known of the set's surroundings, read as plain files: ignore files, submodules, remotes. */
export interface PathFacts {
  /** Whether git ignores a path (relative to the root; folders end in `/`). */
  isIgnored(path: string): boolean;
  /** Folders that are submodules. */
  readonly submodules: readonly string[];
  /** Repositories that this set is a checkout of, as `host/owner/name` in lower case. */
  readonly repositories: readonly string[];
}

/** A file that a missing target probably means. */
export interface Candidate {
  readonly path: string;
  /** What makes it likely. */
  readonly because: "same-name-elsewhere" | "one-edit-away" | "same-identifier" | "other-extension" | "same-title" | "similar-name";
  /** 0 to 1; candidates are sorted by it, largest first. */
  readonly likeness: number;
}

/** How a found target was reached: as written, or by one of the further steps of the path rule. */
export type ResolutionStep =
  | "as-written"
  | "from-root"
  | "from-base-folder"
  | "default-extension"
  | "directory"
  | "directory-document"
  | "by-name"
  | "by-number"
  | "by-title"
  | "without-root-prefix"
  | "code-host-url"
  | "published-page"
  | "glob";

/** What a target leads to. */
export type Resolution =
  | {
      readonly state: "found";
      readonly path: string;
      readonly step: ResolutionStep;
      readonly isDirectory: boolean;
      readonly anchor?: string;
    }
  | { readonly state: "wrong-case"; readonly path: string; readonly anchor?: string }
  | { readonly state: "missing"; readonly tried: readonly string[]; readonly candidates: readonly Candidate[] }
  | { readonly state: "absent"; readonly reason: AbsenceReason; readonly evidence: string; readonly tried: readonly string[] }
  | { readonly state: "ambiguous"; readonly paths: readonly string[] }
  | { readonly state: "outside-root"; readonly target: string }
  | { readonly state: "unreadable"; readonly path: string; readonly reason: string }
  | { readonly state: "anchor"; readonly anchor: string }
  | { readonly state: "url"; readonly url: string }
  | { readonly state: "not-a-path" };

/** A mention and what it leads to. */
export interface ResolvedMention {
  readonly mention: Mention;
  readonly indexPath: string;
  readonly resolution: Resolution;
  /** 0 to 1: how sure it is that the author meant a file of this set (neighbours that resolve, notation, shape). */
  readonly certainty: number;
}

export type EntryVerdict = "right" | "doubtful" | "wrong" | "missing" | "unknown";

/** One thing that the index says should exist: all mentions of one target, their claims joined. */
export interface Entry {
  /** Stable across runs and unrelated edits: made of index path and target. */
  readonly id: string;
  readonly indexPath: string;
  /** The first listing mention; its place is the entry's place. */
  readonly first: ResolvedMention;
  /** All mentions, listing and passing, in the order of the text. */
  readonly mentions: readonly ResolvedMention[];
  readonly target: string;
  /** The document, or null where there is none. */
  readonly path: string | null;
  readonly title: string;
  readonly claims: Claims;
  readonly sections: readonly string[];
}

// ----------------------------------------------------------------- documents

/** A verbatim quote of a document's line. `quote` is cut to 200 characters. */
export interface Quote {
  readonly line: number;
  readonly quote: string;
}

/** What is wrong with the bytes themselves. */
export interface DocumentProblem {
  readonly kind: "empty" | "damaged" | "encrypted" | "no-text" | "undecodable" | "vanished" | "unreadable";
  readonly message: string;
}

/** One file of the set as a reader made it. Lives only while its signals are measured. */
export interface Document {
  readonly path: string;
  readonly sizeBytes: number;
  /** MIME type by content, else by name. */
  readonly type: string;
  /** The text, line ends as found, BOM removed; null where no reader reads this type. */
  readonly text: string | null;
  /** The text's lines, without line ends. Empty where `text` is null. */
  readonly lines: readonly string[];
  readonly encoding: string | null;
  readonly problems: readonly DocumentProblem[];
  /** Of formats that are no text themselves: how the text is marked up, `text/markdown` or `text/plain`. */
  readonly markup?: string;
  /** The title that the file's own metadata states. */
  readonly title?: string;
  /** Where the text's lines stand in the document: pages, slides, sheets, messages, each from its first line on. */
  readonly marks?: readonly PlaceMark[];
}

/** A place of a document that has no lines of its own. All numbers count from 1. */
export interface DocumentPlace {
  readonly page?: number;
  readonly slide?: number;
  readonly sheet?: string;
  /** In the sheet's own notation, such as `B7`. */
  readonly cell?: string;
  readonly message?: number;
}

/** Where a place begins in the text that a reader made. */
export interface PlaceMark extends DocumentPlace {
  /** First line of the text that stands there, counted from 1. */
  readonly line: number;
}

/** The title candidates and headings of a document. */
export interface Outline {
  /** Best first. `isGeneric` marks words that head many documents and name none ("Summary", "Abstract"). */
  readonly titles: readonly (Quote & {
    readonly text: string;
    readonly source: "front-matter" | "heading" | "metadata" | "html-title" | "first-line";
    readonly isGeneric: boolean;
  })[];
  readonly headings: readonly (Quote & { readonly text: string; readonly level: number })[];
  /** Anchors that can be linked to: heading slugs as code hosts make them, and explicit ids. */
  readonly anchors: readonly string[];
}

/** A file that stands for another that is not here. */
export interface PointerSignal {
  readonly system: "git-lfs" | "git-annex" | "dvc" | "symlink-text" | "cloud-placeholder";
  readonly evidence: readonly Quote[];
  /** What the pointer says of the object: its hash, its target or its size, for the message. */
  readonly object: string;
}

/** Text of the web page around a document. */
export interface ResidueSignal {
  readonly lines: readonly (Quote & { readonly sort: string; readonly note: string })[];
  /** Characters on residue lines over all characters, 0 to 1. */
  readonly ratio: number;
  /** How much speaks for a scraped page, from 0; 5 and more where there are lines (`signals/residue-clusters.ts`). */
  readonly points: number;
}

/** Lines in a row that a document has from a web page, where the rest is its own (`signals/passage.ts`). */
export interface PassageSignal {
  /** From the start of its first line to the end of its last. */
  readonly place: Place;
  /** Characters of the passage over all characters, blank lines and indents aside, 0 to 1. */
  readonly ratio: number;
  /** Its first lines that hold text. */
  readonly opening: readonly Quote[];
  /** Its lines that say what pages say. */
  readonly said: readonly (Quote & { readonly sort: string; readonly note: string })[];
  /** The languages (BCP 47) of the passage and of the rest where they differ. */
  readonly languages: { readonly passage: string; readonly rest: string } | null;
  /** Different telling terms in the passage, and how many of them the rest says too. */
  readonly terms: { readonly telling: number; readonly shared: number };
  /** How much speaks for a page beside the shape of the lines, from 1. */
  readonly strength: number;
}

/** A page that a server sent instead of the document. */
export interface ErrorPageSignal {
  readonly sort: "not-found" | "server-error" | "bot-challenge" | "login-wall" | "consent-wall" | "paywall" | "forbidden" | "rate-limit";
  readonly evidence: readonly Quote[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** Whether a text ends where its document does. */
export interface CompletenessSignal {
  /** What the text ends in (`signals/completeness-ending.ts`), `open-structure` for data or markup that is not closed, `complete` for nothing to speak of. */
  readonly ending: string;
  /** A line break ends the file. */
  readonly endsLine: boolean;
  /** How much its signs speak for a text that was cut, without `endsLine` and without how common that is: natural logarithm. */
  readonly logOdds: number;
  /** The lines that show it, the last one of the file among them. */
  readonly signs: readonly (Quote & { readonly note: string })[];
}

/** A document that was never written: a stub, a template with nothing filled in, headings alone, the shell of a web application. */
export interface PlaceholderSignal {
  readonly sort: "stub" | "filler" | "template" | "headings" | "app-shell";
  readonly evidence: readonly (Quote & { readonly note: string })[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** Text whose characters are not those that were written. */
export interface GarbledSignal {
  readonly sort: "mojibake" | "replacement" | "glyphs" | "shredded";
  /** Places that are garbled: sequences of mojibake, lost characters, glyph numbers, shredded words. */
  readonly count: number;
  /** What the text was read as, where that is known: `UTF-8 read as Windows-1252`. */
  readonly cause: string | null;
  /** `reading`: what the quoted line says where that can be undone, else null. */
  readonly evidence: readonly (Quote & { readonly reading: string | null })[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** Something in a text that a person does not see and a language model does. */
export interface HiddenTextSignal {
  readonly sort: "tags" | "variation-selectors" | "zero-width" | "bidi" | "hidden-element" | "comment" | "attribute";
  /** What it is and what it says, for a message, invisible characters escaped (`<U+200B>`). */
  readonly note: string;
  /** `quote` is escaped: invisible characters stand as `<U+200B>`. */
  readonly evidence: readonly Quote[];
  /** How many there are of it. */
  readonly count: number;
  /** In a code block or code span, as an example is. */
  readonly isExample: boolean;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What sort of document it is. Confidences lie between 0 and 1 and are calibrated; log-odds are natural logarithms. */
export interface KindSignal {
  readonly name: string;
  readonly confidence: number;
  /** The lines that spoke most for this kind against its runner-up. */
  readonly evidence: readonly Quote[];
  readonly runnerUp: { readonly name: string; readonly confidence: number };
  /** The family of kinds that it belongs to, with the confidence of all of them together. */
  readonly group: { readonly name: string; readonly confidence: number };
  /** That it is a specification, design or the like rather than news, a blog post, marketing, a scraped, menu or error page. Under -1 hardly any
   * specification lies; other texts that no project is built on (fiction, encyclopedias, talk) may lie anywhere (`models/kind.md`). */
  readonly specificationLogOdds: number;
  /** That it is a page scraped whole, its navigation included. */
  readonly scrapedLogOdds: number;
}

/**
 * What a document is about, as terms: 32-bit hashes of words (`util/terms.ts`). Typed arrays, sorted by term: they cross a worker boundary and are no JSON.
 */
export interface TermSignal {
  /** Terms of the title candidates. */
  readonly titles: Uint32Array;
  /** Terms of titles, headings and the text's first 2,000 characters. */
  readonly lead: Uint32Array;
  /** The most telling terms of the whole text, at most 512, and how often each is said. */
  readonly body: Uint32Array;
  readonly counts: Uint16Array;
  /** Terms said in all, each as often as it is said. */
  readonly total: number;
}

/** A document that says that its content moved, and nothing else. */
export interface RedirectSignal {
  readonly evidence: readonly Quote[];
  /** Where it points, as written: a path or an URL; null where it names the place in words only. */
  readonly target: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A field of a document's head: its line, and its value with markup removed. */
export type StatedField = Quote & { readonly text: string };

/** What a document's head (front matter, preamble, first table or field list) says of its own version and standing. */
export interface VersionSignal {
  readonly status: StatedField | null;
  readonly version: StatedField | null;
  readonly date: StatedField | null;
  /** What took its place. */
  readonly supersededBy: StatedField | null;
  /** What it took the place of. */
  readonly supersedes: StatedField | null;
}

/** Everything measured of one document: what the rules read. Null where it could not be measured. */
export interface Signals {
  readonly outline: Outline | null;
  readonly pointer: PointerSignal | null;
  /** Lines of merge conflict markers; empty where there are none. */
  readonly conflictMarkers: readonly Quote[];
  readonly residue: ResidueSignal | null;
  readonly passage: PassageSignal | null;
  readonly errorPage: ErrorPageSignal | null;
  readonly completeness: CompletenessSignal | null;
  readonly placeholder: PlaceholderSignal | null;
  readonly garbled: GarbledSignal | null;
  /** One for each sort that is there; empty for none. */
  readonly hiddenText: readonly HiddenTextSignal[];
  readonly kind: KindSignal | null;
  /** BCP 47 code, or null where it cannot be told. */
  readonly language: string | null;
  readonly terms: TermSignal | null;
  /** MinHash signature of 128 numbers over word 5-grams (`signals/sketch.ts`); a typed array, no JSON. Null under about 50 words. */
  readonly sketch: Uint32Array | null;
  /** Set where the document only says that its content is elsewhere. */
  readonly redirect: RedirectSignal | null;
  /** What the document's head says of its own version and standing; null where it says nothing of the kind. */
  readonly versions: VersionSignal | null;
  readonly wordCount: number;
  /** Lines as editors count them: a last line without a line end counts, an empty one after the last line end does not. */
  readonly lineCount: number;
}

/** A document with its signals, without its text. */
export interface CheckedDocument {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Further digests that an index claims, by algorithm (`md5`, `sha512`). */
  readonly digests: Readonly<Record<string, string>>;
  readonly type: string;
  readonly encoding: string | null;
  readonly problems: readonly DocumentProblem[];
  readonly signals: Signals;
  readonly isListed: boolean;
  /** Of documents without lines of their own: their pages, slides, sheets or messages. */
  readonly marks?: readonly PlaceMark[];
}

// ------------------------------------------------------- rules and findings

/** A verbatim quote with its place, and what it shows. */
export interface Evidence extends DocumentPlace {
  readonly path: string;
  readonly line?: number;
  readonly quote: string;
  readonly note: string;
}

/** A replacement in one file. */
export interface Edit {
  readonly path: string;
  readonly place: Place;
  readonly replacement: string;
}

/** `safe`: changes nothing but what the finding is about, and cannot lose text. */
export interface Fix {
  readonly safe: boolean;
  readonly summary: string;
  readonly edits: readonly Edit[];
  /** Files to move at once, each to where another stands or to a free name. */
  readonly moves?: readonly { readonly from: string; readonly to: string }[];
}

export interface EntryReference {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly target: string;
}

/** What a rule yields: a fault, before the flow adds rule, severity and fingerprint. */
export interface Fault {
  readonly type: "fault";
  /** The document at fault, or the index where no document is concerned. */
  readonly path: string;
  readonly place?: Place;
  readonly entry?: Entry;
  /** Set where this fault's severity differs from the rule's own. */
  readonly severity?: Severity;
  /** 0 to 1. Under 0.5 the severity falls by one. */
  readonly confidence: number;
  /** What is wrong: measured and expected. One or two sentences. */
  readonly message: string;
  /** Why it matters. One sentence. */
  readonly why: string;
  /** What to do. Imperative. */
  readonly help: string;
  readonly evidence: readonly Evidence[];
  readonly related?: readonly { readonly path: string; readonly line?: number; readonly message: string }[];
  readonly fix?: Fix;
  /** What makes this fault itself again in a later run; default: path, target and message. */
  readonly identity?: string;
}

/** What a rule yields where it could not judge. */
export interface Omission {
  readonly type: "omission";
  readonly path: string;
  readonly entry?: Entry;
  readonly reason: string;
}

export type RuleOutcome = Fault | Omission;

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly entry: EntryReference | null;
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly evidence: readonly Evidence[];
  readonly related: readonly { readonly path: string; readonly line?: number; readonly message: string }[];
  readonly fingerprint: string;
  readonly fix: Fix | null;
  readonly waived: boolean;
}

export interface Skip {
  readonly rule: string;
  readonly path: string;
  readonly entry: EntryReference | null;
  readonly reason: string;
}

/** How a listed document and the entries that lead to it agree. All log-odds are natural logarithms. */
export interface IdentityMatch {
  readonly path: string;
  /** That its entries mean this document rather than another of the set; of the entry that agrees best. */
  readonly logOdds: number;
  /** That it belongs under its entries rather than to another set. */
  readonly belonging: number;
  /** Weight of what its entries say: under about 3 they say too little to decide. */
  readonly says: number;
  /** The index is written in another script than the set's documents, this one included, so that they can share no words. */
  readonly isOtherScript: boolean;
  /** The document among those that disagree too, or that no entry lists, which its entries fit best; null where its own fits better. */
  readonly better: { readonly path: string; readonly logOdds: number } | null;
}

/** Documents that stand in one another's place. */
export interface Permutation {
  /** `contentAt`: where the document that belongs at `path` stands now. Each member's `contentAt` is the next one's `path`. */
  readonly members: readonly { readonly path: string; readonly contentAt: string; readonly gain: number }[];
  /** Log-odds that are gained when each goes where it belongs. */
  readonly gain: number;
  /** The files are named after what they hold: the index's rows are exchanged, not the files. */
  readonly isNamedAsItStands: boolean;
}

/** What the comparison of entries and documents found. */
export interface Identity {
  /** By path of the document; documents without text are left out. */
  readonly matches: ReadonlyMap<string, IdentityMatch>;
  readonly permutations: readonly Permutation[];
}

/** What rules see: everything known of the set, nothing that touches the disk. */
export interface CheckedSet {
  /** The indexes that were read, the main one first; empty where none was found. */
  readonly indexes: readonly SeedIndex[];
  /** Path of the main index, or where it was looked for. */
  readonly indexPath: string | null;
  /** Names of the places where an index was looked for and not found. */
  readonly lookedFor: readonly string[];
  /** Why the index could not be read, where it could not. */
  readonly indexProblem: { readonly path: string; readonly message: string; readonly hint: string } | null;
  /** Why the README stands in for an index, where it does. */
  readonly isReadmeIndex: boolean;
  readonly entries: readonly Entry[];
  /** Passing mentions that belong to no entry. */
  readonly passing: readonly ResolvedMention[];
  /** Sorted by path. */
  readonly documents: readonly CheckedDocument[];
  readonly identity: Identity;
  readonly listing: FileListing;
}

/** The names of everything under the root, from directory listings. Lookups ignore Unicode normalisation, never case, unless they say so. */
export interface FileListing {
  /** Every path, sorted by code unit. */
  readonly paths: readonly string[];
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
  /** The path as the file system spells it, or null. */
  find(path: string): string | null;
  /** All paths equal but for case. */
  findAnyCase(path: string): readonly string[];
  /** All files with this name (last segment), any folder. */
  byName(name: string): readonly string[];
  /** Files and folders directly in a folder (`""` is the root). */
  children(folder: string): readonly string[];
  /** Set for what is no ordinary file: FIFO, socket, device, link out of the root, broken link. */
  oddity(path: string): string | null;
  /** For a link, or a path below a linked folder: the path in the root at which the file itself stands; else null. */
  leadsTo(path: string): string | null;
}

interface RuleFacts {
  /** Kebab-case; names the problem; the file's own name. */
  readonly id: string;
  readonly group: "index" | "paths" | "files" | "content" | "identity" | "sign-off";
  readonly severity: Severity;
  /** At most a warning until its precision is measured. */
  readonly isPreview: boolean;
  /** One sentence: what is wrong when it speaks. */
  readonly summary: string;
  /** Why it matters, for the rule's page. */
  readonly why: string;
  /** What to do, for the rule's page. */
  readonly help: string;
}

/** One check. `scope` says what it is asked about; every subject is then a pass, a fault or an omission. */
export type Rule =
  | (RuleFacts & { readonly scope: "entry"; check(entry: Entry, set: CheckedSet): Iterable<RuleOutcome> })
  | (RuleFacts & { readonly scope: "document"; check(document: CheckedDocument, set: CheckedSet): Iterable<RuleOutcome> })
  | (RuleFacts & { readonly scope: "set"; check(set: CheckedSet): Iterable<RuleOutcome> });

// -------------------------------------------------------------------- report

export interface ReportEntry {
  readonly id: string;
  readonly target: string;
  readonly path: string | null;
  readonly index: string;
  readonly line: number;
  readonly column: number;
  readonly end: Position;
  readonly title: string;
  readonly claims: Claims;
  readonly sections: readonly string[];
  readonly verdict: EntryVerdict;
  readonly confidence: number;
}

export interface ReportDocument {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly type: string;
  readonly language: string | null;
  readonly kind: { readonly name: string; readonly confidence: number } | null;
  readonly title: string | null;
  readonly residueRatio: number | null;
  readonly listed: boolean;
}

/** The whole outcome; its JSON form is the contract of DESIGN.md section 8. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "seedcheck"; readonly version: string };
  /** Relative to the current directory. */
  readonly root: string;
  readonly index: string | null;
  /** Every index that was read, the main one first, with its form. */
  readonly indexes: readonly { readonly path: string; readonly form: string; readonly entries: number; readonly externalUrls: number }[];
  readonly verdict: "ready" | "not-ready";
  readonly entries: readonly ReportEntry[];
  readonly documents: readonly ReportDocument[];
  readonly findings: readonly Finding[];
  readonly skips: readonly Skip[];
  readonly summary: {
    readonly entries: number;
    readonly documents: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly skips: number;
    readonly elapsedMs: number;
  };
}

/** A way of writing a report. Pure: a report in, a string out. */
export interface Reporter {
  readonly format: string;
  readonly summary: string;
  render(report: Report, options: ReportOptions): string;
  /** The reports of one call, as one text. */
  renderSeveral(reports: readonly { readonly report: Report; readonly options: ReportOptions }[]): string;
}

export interface ReportOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly isColour: boolean;
  /** Whether the terminal can show hyperlinks and non-ASCII drawing characters. */
  readonly isPlain: boolean;
  /** Findings under this severity are counted, not shown. */
  readonly quiet: boolean;
  /** Texts of the indexes by path, so that a reporter can show the index line. */
  readonly indexLines: ReadonlyMap<string, readonly string[]>;
}
