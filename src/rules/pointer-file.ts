import { posix } from "node:path";
import type { CheckedDocument, CheckedSet, Evidence, PointerSignal, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** What each system calls such a file, and how the document itself is fetched. `path` is safe to paste into a shell. */
const SYSTEMS = {
  "git-lfs": { name: "a Git LFS pointer", remedy: (path) => `Fetch it: git lfs install, then git lfs pull --include=${path}.` },
  "git-annex": { name: "a git-annex pointer", remedy: (path) => `Fetch it: git annex get ${path}.` },
  dvc: { name: "a DVC pointer", remedy: (path) => `Fetch it: dvc pull ${path}.` },
  "symlink-text": {
    name: "a symbolic link that was checked out as a text",
    remedy: (path) =>
      `Check it out as a link (git config core.symlinks true, then git checkout -- ${path}), or put a copy of the document in its place.`,
  },
  "cloud-placeholder": {
    name: "a link to a document that is stored elsewhere",
    remedy: () => "Download or export the document itself and put it in the place of the link.",
  },
} satisfies Readonly<Record<PointerSignal["system"], { readonly name: string; remedy(path: string): string }>>;

/** Files whose name says that they are links or pointers: whoever listed one may have meant it. */
const OPEN_POINTER = /\.(?:dvc|url|webloc|desktop|website|g(?:doc|sheet|slides|draw|form|table|site|script|jam|map))$/i;

/** A file stands for a document that is not here: what a clone without its large files, or a cloud drive's folder, leaves. */
export const pointerFile: Rule = {
  id: "pointer-file",
  group: "files",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A file only points to a document that is not here.",
  why: "The name is there and the content is not: whoever reads the file gets a hash or an address.",
  help: "Fetch the document itself with the tool that wrote the pointer.",
  *check(document, set): Iterable<RuleOutcome> {
    const pointer = document.signals.pointer;
    if (!pointer) return;
    const system = SYSTEMS[pointer.system];
    const entry = entriesLeadingTo(document.path, set)[0];
    const target = pointer.system === "symlink-text" ? targetIn(document, pointer, set) : null;
    const expected = entry ? ` where the index lists "${entry.title}"` : "";
    yield {
      type: "fault",
      path: document.path,
      ...(entry ? { entry } : {}),
      ...(!document.isListed || OPEN_POINTER.test(document.path) ? { severity: "warning" as const } : {}),
      confidence: pointer.system === "symlink-text" && target === null ? 0.85 : 0.97,
      message: `${document.path} is ${system.name}, ${document.sizeBytes} bytes${expected}; the document is not here (${pointer.object}).`,
      why: pointerFile.why,
      help: system.remedy(shellWord(document.path)),
      evidence: evidenceOf(document, pointer, set),
      ...(target === null ? {} : { related: [{ path: target, message: "what the link names is in the set" }] }),
      identity: `pointer:${document.path}`,
    };
  },
};

function evidenceOf(document: CheckedDocument, pointer: PointerSignal, set: CheckedSet): Evidence[] {
  const entry = entriesLeadingTo(document.path, set)[0];
  const lines = pointer.evidence.map(({ line, quote }) => ({ path: document.path, line, quote, note: "all that the file holds" }));
  return entry ? [...lines, mentionEvidence(entry.first, set, "what the index says stands there")] : lines;
}

/** The file of the set that a link's text names, or null. */
function targetIn(document: CheckedDocument, pointer: PointerSignal, set: CheckedSet): string | null {
  const path = posix.join(posix.dirname(document.path), pointer.object.replaceAll("\\", "/"));
  return set.listing.isFile(path) ? set.listing.find(path) : null;
}

function shellWord(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
