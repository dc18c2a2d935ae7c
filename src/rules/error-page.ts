import type { CheckedDocument, ErrorPageSignal, Rule, RuleOutcome } from "../types.ts";
import { claimsErrorPage } from "../util/claimed-kind.ts";
import { ERROR_PAGE_NAMES } from "../util/document-look.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** How the document itself is got past each sort of page. */
const HELP = {
  "not-found": "Find the document's present address, fetch it from there, and check that its first lines are those of the document.",
  "server-error": "Fetch the document again when its server answers, and check that its first lines are those of the document.",
  "bot-challenge": "Download the document in a browser, or from a source that needs none, and put it in this place.",
  "login-wall": "Log in, download the document, and put it in this place.",
  "consent-wall": "Open the page in a browser, answer the request, and save the document behind it.",
  paywall: "Get the whole document from somebody with access, or take it out of the set.",
  forbidden: "Get access to the document, or get it from somebody who has, and put it in this place.",
  "rate-limit": "Fetch the document again later or more slowly.",
} satisfies Readonly<Record<ErrorPageSignal["sort"], string>>;

/** Files that sites keep as their error pages, and samples of such pages. */
const MEANT_NAME =
  /(?:^|\/)(?:(?:error[-_ ]?)?(?:4\d\d|5\d\d|50x)|not[-_ ]?found|(?:error|log-?in|sign-?in|consent|captcha)[-_ ]?(?:page|screen|wall|form))\.\w+$|(?:^|\/)(?:fixtures?|testdata)\//i;

/** A file holds what a server, proxy or wall sent instead of the document: what is left of a failed download. */
export const errorPage: Rule = {
  id: "error-page",
  group: "content",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A document is an error page, a log-in page or another wall.",
  why: "The name is there and the document is not: the download failed, and its message was saved under the document's name.",
  help: "Fetch the document again, and check that its first lines are those of the document.",
  *check(document, set): Iterable<RuleOutcome> {
    const signal = document.signals.errorPage;
    if (signal === null || MEANT_NAME.test(document.path)) return;
    const entries = entriesLeadingTo(document.path, set);
    if (entries.some(claimsErrorPage)) return;
    const entry = entries[0];
    const expected = entry ? ` where the index lists "${entry.title}"` : "";
    const isUnlisted = entry === undefined && set.indexes.length > 0;
    yield {
      type: "fault",
      path: document.path,
      ...(entry ? { entry } : {}),
      ...(isUnlisted ? { severity: "warning" as const } : {}),
      confidence: signal.confidence,
      message: `${document.path} is ${ERROR_PAGE_NAMES[signal.sort]}, ${sizeOf(document)}${expected}; the document is not here.`,
      why: errorPage.why,
      help: HELP[signal.sort],
      evidence: [
        ...signal.evidence.map(({ line, quote }) => ({ path: document.path, line, quote, note: "what the server said instead" })),
        ...(entry ? [mentionEvidence(entry.first, set, "what the index says stands there")] : []),
      ],
      identity: `error-page:${document.path}`,
    };
  },
};

function sizeOf({ sizeBytes }: CheckedDocument): string {
  return sizeBytes === 1 ? "1 byte" : `${sizeBytes.toLocaleString("en")} bytes`;
}
