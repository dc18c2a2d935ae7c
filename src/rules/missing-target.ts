import type { Candidate, Edit, Entry, Fault, Fix, ResolvedMention, Rule, RuleOutcome, Severity } from "../types.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { cutForMessage } from "../util/quote.ts";

/** A candidate at least this like the target is named as the likeliest file; found on the broken targets of known states, 2026-11. */
const LIKELY = 0.6;

/** An entry's target is not there. What is absent on purpose is only told. */
export const missingTarget: Rule = {
  id: "missing-target",
  group: "paths",
  severity: "error",
  isPreview: false,
  scope: "entry",
  summary: "The index lists a file that is not there.",
  why: "Whoever builds from the set builds without this document, or with whatever they find in its place.",
  help: "Point the entry to the right file, add the file, or mark the entry as planned or remove it.",
  *check(entry, set): Iterable<RuleOutcome> {
    const { resolution } = entry.first;
    if (resolution.state === "missing") yield missing(entry, mentionEvidence(entry.first, set, "the entry"), resolution);
    else if (resolution.state === "absent") yield absent(entry, mentionEvidence(entry.first, set, "the entry"), resolution);
    else if (resolution.state === "unreadable") yield unreadable(entry, resolution, mentionEvidence(entry.first, set, "the entry"));
  },
};

type Evidence = ReturnType<typeof mentionEvidence>;

function missing(
  entry: Entry,
  evidence: Evidence,
  resolution: { readonly tried: readonly string[]; readonly candidates: readonly Candidate[] },
): Fault {
  const [best] = resolution.candidates;
  const likely = best && best.likeness >= LIKELY ? best : undefined;
  return {
    type: "fault",
    path: entry.indexPath,
    place: entry.first.mention.place,
    entry,
    severity: severityOf(entry.first),
    confidence: entry.first.certainty,
    message: `${named(entry)} is not there. ${triedAt(resolution.tried)}`,
    why: missingTarget.why,
    help: likely ? `Point the entry to ${likely.path} (${reasonOf(likely)}), or add the file.` : missingTarget.help,
    evidence: [evidence],
    related: resolution.candidates.map((candidate) => ({
      path: candidate.path,
      message: reasonOf(candidate),
    })),
    ...(likely ? { fix: repoint(entry.first, likely.path) } : {}),
    identity: `missing:${entry.id}`,
  };
}

function named(entry: Entry): string {
  return entry.title !== entry.target && entry.title !== ""
    ? `The target "${cutForMessage(entry.target)}" of "${cutForMessage(entry.title)}"`
    : `The target "${cutForMessage(entry.target)}"`;
}

/** A mention that is less than sure to mean a file of this set is a warning or an info, never silent. */
function severityOf({ certainty, mention, resolution }: ResolvedMention): Severity {
  if (resolution.state === "missing" && /^https?:/i.test(mention.target)) return "warning";
  if (certainty >= 0.5) return "error";
  return certainty >= 0.3 ? "warning" : "info";
}

function triedAt(tried: readonly string[]): string {
  const places = tried.slice(0, 3).map((path) => `"${cutForMessage(path)}"`);
  const more = tried.length > 3 ? ` and ${tried.length - 3} more` : "";
  return places.length === 0 ? "It leads out of the set." : `Looked for ${places.join(", ")}${more}.`;
}

/** What makes a candidate likely, in words. */
export function reasonOf(candidate: Candidate): string {
  switch (candidate.because) {
    case "same-name-elsewhere":
      return "the same name in another folder";
    case "one-edit-away":
      return "nearly the same name";
    case "same-identifier":
      return "the same number or identifier";
    case "other-extension":
      return "the same name with another extension";
    case "same-title":
      return "its name says what the entry is titled";
    case "similar-name":
      return "a similar name";
  }
}

/** Puts the path of another file where the target stands, relative to the index's folder, in the target's own style. */
export function repoint(mention: ResolvedMention, path: string): Fix {
  const written = mention.mention.target;
  const anchor = /#.*$/.exec(written)?.[0] ?? "";
  const edit: Edit = {
    path: mention.indexPath,
    place: mention.mention.place,
    replacement: styled(written, path, mention.indexPath) + anchor,
  };
  return { safe: false, summary: `Point "${cutForMessage(written)}" to ${path}`, edits: [edit] };
}

function styled(written: string, path: string, indexPath: string): string {
  const host = /^https?:\/\/.*?\/(?:blob|tree|raw|edit)\/[^/]+\//i.exec(written)?.[0];
  if (host !== undefined) return host + encodeURI(path);
  if (written.startsWith("/")) return `/${path}`;
  const relative = relativePath(indexPath, path);
  const prefix = /^\.\.?\//.test(written) && !relative.startsWith("../") ? "./" : "";
  const isFolder = written.endsWith("/") && !/\.[A-Za-z0-9]+$/.test(path);
  return prefix + (written.includes("%20") ? encodeURI(relative) : relative) + (isFolder ? "/" : "");
}

/** The path from one file's folder to another file, with `../` where needed. */
function relativePath(from: string, to: string): string {
  const start = from.split("/").slice(0, -1);
  const end = to.split("/");
  let common = 0;
  while (common < start.length && common < end.length - 1 && start[common] === end[common]) common++;
  return [...start.slice(common).map(() => ".."), ...end.slice(common)].join("/");
}

function absent(entry: Entry, evidence: Evidence, resolution: { readonly reason: string; readonly evidence: string }): Fault {
  const isDoubtful = resolution.reason === "generated" || resolution.reason === "external";
  return {
    type: "fault",
    path: entry.indexPath,
    place: entry.first.mention.place,
    entry,
    severity: "info",
    confidence: 0.9,
    message: `${named(entry)} is not there, and that seems meant: ${resolution.evidence}.`,
    why: isDoubtful ? "What is made or kept elsewhere cannot be checked here." : "An absent document cannot be built on until it is there.",
    help: "Nothing, if that is right. Otherwise add the file.",
    evidence: [evidence],
    identity: `absent:${entry.id}`,
  };
}

function unreadable(entry: Entry, resolution: { readonly path: string; readonly reason: string }, evidence: Evidence): Fault {
  return {
    type: "fault",
    path: entry.indexPath,
    place: entry.first.mention.place,
    entry,
    confidence: 1,
    message: `The target "${cutForMessage(entry.target)}" cannot be read as a document: ${resolution.path} is ${resolution.reason}.`,
    why: missingTarget.why,
    help: "Put an ordinary file in its place.",
    evidence: [evidence],
    identity: `unreadable:${entry.id}`,
  };
}
