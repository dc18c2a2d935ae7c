/** Text types outside `text/` whose source a person can read. `image/svg+xml` and RTF are written in characters, but not in sentences. */
const READABLE_TYPES: ReadonlySet<string> = new Set([
  "application/json",
  "application/jsonl",
  "application/yaml",
  "application/toml",
  "application/xml",
  "application/mbox",
  "application/x-dvc",
  "application/x-mswinurl",
  "application/x-subrip",
  "application/x-webloc",
  "application/vnd.oasis.opendocument.text-flat-xml",
  "application/vnd.oasis.opendocument.spreadsheet-flat-xml",
  "application/vnd.oasis.opendocument.presentation-flat-xml",
  "message/rfc822",
  "multipart/related",
]);

/** Text types that are written in characters and read by other readers, or by none. */
const UNREADABLE_TYPES: ReadonlySet<string> = new Set(["application/rtf", "application/postscript", "image/svg+xml"]);

/** Whether the source of a file of this MIME type is its text. */
export function isTextType(type: string): boolean {
  if (UNREADABLE_TYPES.has(type)) return false;
  return type.startsWith("text/") || READABLE_TYPES.has(type) || /^application\/.*\+(?:json|xml)$/.test(type);
}

/** Whether a file of this MIME type is written in characters, so that a text may be one. */
export function isWrittenInCharacters(type: string): boolean {
  return isTextType(type) || UNREADABLE_TYPES.has(type);
}
