/** Errors that a programming interface or a storage service sends as data, in place of the document. */
import type { Document, ErrorPageSignal, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { matchErrorLine } from "./error-page-matcher.ts";
import { type ErrorSort, sortOfStatus } from "./error-page-phrases.ts";

/** Longest error body in UTF-16 code units: stack traces aside, they have one or two hundred. */
const LONGEST_BODY = 4000;
const MOST_QUOTES = 6;

/** What error bodies consist of (RFC 9457, section 3.1, and the envelopes that web frameworks send). */
const ENVELOPE =
  /^(?:message|msg|error|errors|err|code|status|status_?code|http_?status|http_?code|title|detail|details|type|reason|error_?description|error_?code|error_?message|error_?type|error_?uri|documentation_?url|doc_?url|more_?info|help|hint|timestamp|time|path|uri|url|instance|method|trace|trace_?id|request_?id|correlation_?id|exception|success|ok|name|domain|location|fault|faultstring|description|data|result|params|param|extensions|meta|links)$/i;
const MESSAGE_FIELD =
  /^(?:message|msg|error|err|title|detail|details|reason|error_?description|error_?message|faultstring|description|exception)$/i;
const CODE_FIELD = /^(?:code|status|status_?code|http_?status|http_?code|error_?code|error)$/i;

/** What messages say, for those whose status code is not in the body. First match wins. */
const MESSAGES: readonly (readonly [RegExp, ErrorSort])[] = [
  [/\b(?:rate limit|too many requests|quota)/i, "rate-limit"],
  [
    /\b(?:unauthori[sz]ed|unauthenticated|bad credentials|requires authentication|authentication (?:required|failed)|not logged in|invalid (?:access )?token|invalid api key|token (?:has )?expired|log ?in required)/i,
    "login-wall",
  ],
  [/\b(?:forbidden|access ?denied|permission denied|not allowed to access|insufficient permissions?)/i, "forbidden"],
  [/\b(?:not[ _]?found|no such|does not exist|could not find|unknown (?:path|route))\b/i, "not-found"],
  [/\b(?:internal server error|bad gateway|service unavailable|gateway time-?out|upstream)\b/i, "server-error"],
];

/** Codes of object stores' XML errors. */
const STORE_CODES: readonly (readonly [RegExp, ErrorSort])[] = [
  [/^(?:NoSuch\w+|\w*NotFound)$/, "not-found"],
  [/^(?:SlowDown|TooManyRequests|RequestLimitExceeded|Throttl\w+|OperationAborted)$/, "rate-limit"],
  [/^(?:Internal(?:Server)?Error|ServiceUnavailable|ServerBusy)$/, "server-error"],
  [
    /^(?:AccessDenied|AllAccessDisabled|Authori[sz]ation\w*|Authentication\w*|SignatureDoesNotMatch|ExpiredToken|InvalidAccessKeyId|InvalidToken|\w*Forbidden|PublicAccessNotPermitted|UserProjectMissing|RequestTimeTooSkewed|RequestExpired)$/,
    "forbidden",
  ],
];

/** The error that a JSON or XML body reports; null where it is something else. */
export function errorInData(document: Document): ErrorPageSignal | null {
  const text = (document.text ?? "").trim();
  if (text.length > LONGEST_BODY) return null;
  const sort = text.startsWith("{") ? errorInJson(text) : text.startsWith("<") ? errorInXml(text) : null;
  if (sort === null) return null;
  return { sort, evidence: quotesOf(document), confidence: 0.95 };
}

function errorInJson(text: string): ErrorSort | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  const fields = fieldsOf(body, 0);
  if (fields === null || !fields.some(([name, value]) => MESSAGE_FIELD.test(name) && typeof value === "string")) return null;
  const codes = fields.flatMap(([name, value]) => (CODE_FIELD.test(name) ? [sortOfStatus(Number(value))] : []));
  const messages = fields.flatMap(([, value]) => (typeof value === "string" ? [sortOfMessage(value)] : []));
  return [...codes, ...messages].find((sort) => sort !== null) ?? null;
}

/** All fields of an error body and of the objects within; null where one is no field of an error. */
function fieldsOf(body: unknown, depth: number): [name: string, value: unknown][] | null {
  if (typeof body !== "object" || body === null || depth > 3) return null;
  const found: [string, unknown][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (!Array.isArray(body) && !ENVELOPE.test(name)) return null;
    if (typeof value !== "object" || value === null) {
      found.push([name, value]);
      continue;
    }
    const inner = fieldsOf(value, depth + 1);
    if (inner === null) return null;
    found.push(...inner);
  }
  return found;
}

function sortOfMessage(message: string): ErrorSort | null {
  if (message.length > 400) return null;
  return MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? matchErrorLine(message).find(({ points }) => points > 1)?.sort ?? null;
}

function errorInXml(text: string): ErrorSort | null {
  const code = /^(?:<\?xml[^>]{0,100}\?>\s{0,20})?<Error(?:\s[^>]{0,200})?>\s{0,20}<Code>(\w{3,60})<\/Code>/.exec(text)?.[1];
  return code === undefined ? null : (STORE_CODES.find(([pattern]) => pattern.test(code))?.[1] ?? null);
}

function quotesOf(document: Document): Quote[] {
  return document.lines
    .map((line, at) => quoteOf(at + 1, line.trim()))
    .filter(({ quote }) => quote !== "")
    .slice(0, MOST_QUOTES);
}
