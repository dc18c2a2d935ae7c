import type { CheckedDocument, Evidence, Rule, RuleOutcome, Severity } from "../types.ts";
import { isCompanion } from "../util/companions.ts";
import { documentFault } from "../util/document-faults.ts";
import { extensionOf } from "../util/document-formats.ts";
import { type FileFormat, formatOfType, promisedFormat } from "../util/file-formats.ts";

/** Type of bytes that are no text and of no known format. */
const UNKNOWN_BINARY = "application/octet-stream";
/** Types whose content another rule tells of: encrypted office files, and OLE2 files of which only the shell is known. */
const TOLD_ELSEWHERE = new Set(["application/x-encrypted-office", "application/x-ole-storage"]);
/** Office programs open these under their old extensions, and wrote them so: RTF, HTML and the newer formats. */
const OLD_OFFICE = new Set(["doc", "xls", "ppt", "pps"]);
const OPENED_AS_OLD_OFFICE = /^(?:RTF|an HTML page|XML|plain text|a Word document|an Excel workbook|a PowerPoint presentation)$/;

/** The bytes of a document are plainly of another format than its name promises. A warning where programs get along with it, or the content is a guess. */
export const wrongFileType: Rule = {
  id: "wrong-file-type",
  group: "files",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A file is of another format than its name says.",
  why: "Programs go by the name and fail, and what stands there is often what a failed download left: an error page, a message, an archive.",
  help: "Fetch or export the document again in the format that its name says; where the content is right, rename the file and its entry in the index.",
  *check(document, set): Iterable<RuleOutcome> {
    if (!canBeJudged(document)) return;
    const promised = promisedFormat(document.path);
    const found = formatOfType(document.type);
    const judgement = promised && judge(document, promised, found);
    if (!promised || !judgement) return;
    const what = found ? `it is ${found.name}` : "its bytes are no text and of no known format";
    yield documentFault(document, set, {
      rule: wrongFileType,
      message: `${document.path} is not ${nameOf(document, promised)}: ${what}`,
      ...judgement,
      // What nobody lists is told and no more: archives keep files under all sorts of names.
      ...(document.isListed ? {} : { severity: "warning" as const }),
      evidence: evidenceOf(document, found),
    });
  },
};

/** Empty, damaged, encrypted and unfetched files are told of by their own rules. */
function canBeJudged({ path, isListed, problems, signals, type }: CheckedDocument): boolean {
  if (!isListed && isCompanion(path)) return false;
  return (
    signals.pointer === null &&
    !TOLD_ELSEWHERE.has(type) &&
    !problems.some(({ kind }) => kind === "empty" || kind === "damaged" || kind === "encrypted")
  );
}

interface Judgement {
  readonly confidence: number;
  readonly severity?: Severity;
}

/** Null where the content is what the name promises, or may be. */
function judge(document: CheckedDocument, promised: FileFormat, found: FileFormat | null): Judgement | null {
  if (found === promised) return null;
  if (found === null) return document.type === UNKNOWN_BINARY ? unknownBytes(promised) : null;
  switch (promised.sort) {
    case "text":
      return inPlaceOfText(promised, found);
    case "page":
      return found.sort === "binary" ? { confidence: 0.97 } : null;
    case "data":
      return inPlaceOfData(promised, found);
    case "binary":
      return inPlaceOfBinary(document.path, promised, found);
    default:
      return promised.sort satisfies never;
  }
}

/** A binary format has a signature, so that a file without it is none. A text in an encoding that nobody knows looks like this too. */
function unknownBytes({ sort }: FileFormat): Judgement {
  return sort === "binary" ? { confidence: 0.9 } : { confidence: 0.8, severity: "warning" };
}

/** A plain text may hold data or any markup; Markdown may hold HTML, and shows a whole page poorly. */
function inPlaceOfText(promised: FileFormat, found: FileFormat): Judgement | null {
  if (found.sort === "binary") return { confidence: 0.97 };
  if (found.sort === "page") return { confidence: 0.9, severity: "warning" };
  return found.sort === "data" && promised.name !== "plain text" ? { confidence: 0.9 } : null;
}

/** XML and HTML are one family; other data is known by its content only where all of it parses. */
function inPlaceOfData(promised: FileFormat, found: FileFormat): Judgement | null {
  if (found.sort === "binary") return { confidence: 0.97 };
  if (found.sort === "text" || (promised.name === "XML" && found.sort === "page")) return null;
  return { confidence: 0.95 };
}

function inPlaceOfBinary(path: string, promised: FileFormat, found: FileFormat): Judgement | null {
  if (OLD_OFFICE.has(extensionOf(path)) && OPENED_AS_OLD_OFFICE.test(found.name)) return { confidence: 0.9, severity: "warning" };
  // A picture is shown whatever its name, and an office file is a ZIP archive.
  if (/image$/.test(promised.name) && /image$/.test(found.name)) return { confidence: 0.95, severity: "warning" };
  if (promised.name === "a ZIP archive" && found.signature === promised.signature) return null;
  return { confidence: 0.97 };
}

function nameOf({ path }: CheckedDocument, { name, sort }: FileFormat): string {
  return sort === "text" && name !== "plain text" ? `the text that .${extensionOf(path)} says` : name;
}

/** The line that shows what it is, or how files of its format begin. */
function evidenceOf(document: CheckedDocument, found: FileFormat | null): Evidence[] {
  const { errorPage, outline, kind } = document.signals;
  const [line] = [...(errorPage?.evidence ?? []), ...(outline?.titles ?? []), ...(kind?.evidence ?? [])];
  if (found?.sort !== "binary") return line ? [{ path: document.path, line: line.line, quote: line.quote, note: "what stands in it" }] : [];
  return found.signature ? [{ path: document.path, quote: found.signature, note: `how the file begins, as ${found.name} does` }] : [];
}
