import { posix } from "node:path";
import type { CheckedSet, Entry, RedirectSignal, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** Words by which an entry says that its document is such a note, or no longer there. */
const SAYS_SO =
  /\b(?:moved|redirect(?:s|ed)?|stubs?|relocated|migrated|merged|renamed|super[cs]eded|replaced|deprecated|obsoleted?|archived?|legacy)\b|verschoben|déplacé|movid[oa]|перемещ|已移|迁移|移動/iu;

/** A listed document only says that its content is elsewhere. */
export const redirectStub: Rule = {
  id: "redirect-stub",
  group: "content",
  severity: "warning",
  isPreview: false,
  scope: "document",
  summary: "A document only says that its content moved.",
  why: "The title is right and nothing stands under it: who builds on the set gets an address instead of the document.",
  help: "Point the entry to where the content is now, or put the document itself in this place.",
  *check(document, set): Iterable<RuleOutcome> {
    const { redirect } = document.signals;
    const entries = entriesLeadingTo(document.path, set);
    const entry = entries[0];
    if (redirect === null || (entry === undefined && set.indexes.length > 0) || entries.some(saysSo)) return;
    const destination = destinationOf(redirect, document.path, set);
    const listedAs = entry ? `, and the index lists it as "${entry.title}"` : "";
    yield {
      type: "fault",
      path: document.path,
      ...(entry ? { entry } : {}),
      confidence: redirect.confidence,
      message: `${document.path} only says that its content is elsewhere${destination.text}${listedAs}.`,
      why: redirectStub.why,
      help: destination.path === null ? redirectStub.help : `Point the entry to ${destination.path}.`,
      evidence: [
        ...redirect.evidence.map(({ line, quote }) => ({
          path: document.path,
          line,
          quote,
          note: "what stands there instead of the document",
        })),
        ...(entry ? [mentionEvidence(entry.first, set, "what the index says stands there")] : []),
      ],
      ...(destination.path === null ? {} : { related: [{ path: destination.path, message: "where its content is now" }] }),
      identity: `redirect-stub:${document.path}`,
    };
  },
};

function saysSo({ claims, mentions, sections }: Entry): boolean {
  return SAYS_SO.test(
    [claims.status ?? "", claims.description ?? "", ...sections, ...mentions.map(({ mention }) => mention.rowText)].join(" "),
  );
}

/** Where the note points, in words, and the file of the set that is meant, where it is one. */
function destinationOf({ target }: RedirectSignal, from: string, set: CheckedSet): { readonly text: string; readonly path: string | null } {
  if (target === null) return { text: "", path: null };
  const bare = target.replace(/[#?].*$/, "");
  const joined =
    /^[a-z][a-z0-9+.-]*:/i.test(bare) || bare === ""
      ? null
      : posix.normalize(bare.startsWith("/") ? bare.slice(1) : posix.join(posix.dirname(from), bare));
  const path = joined !== null && set.listing.isFile(joined) && joined !== from ? joined : null;
  return { text: ` (${path ?? target})`, path };
}
