/** What a file's name promises and what its bytes are, in one vocabulary: formats as people call them. */
import { extensionOf } from "./document-formats.ts";

/** A format, or several that go under one another's names. */
export interface FileFormat {
  /** As it stands in a sentence: `it is a PDF`. */
  readonly name: string;
  /**
   * `text`: prose in any light markup; `page`: HTML; `data`: text that a program parses; `binary`: all that no editor shows. Markup of `text` is a matter
   * of taste, so that its formats are one another's; so are XML's vocabularies.
   */
  readonly sort: "text" | "page" | "data" | "binary";
  readonly extensions: readonly string[];
  /** MIME types, or what they begin with where they end in `/`. */
  readonly types: readonly string[];
  /** How each file of it begins, for evidence: in characters where those are readable, else in hexadecimal. */
  readonly signature?: string;
}

const OOXML = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

/**
 * Sources: the IANA media types registry; the signatures of the formats' own specifications, as in `readers/type-signatures.ts` (2026-11). Left out on
 * purpose: `dot` (Graphviz more often than Word), `key` (private keys), `pages` and `numbers` (packages of changing make-up), `log`, `ps`.
 */
const FORMATS: readonly FileFormat[] = [
  {
    name: "Markdown or another text markup",
    sort: "text",
    extensions: "md markdown mdown mkd mkdn mdx qmd rmd rst rest adoc asciidoc org textile mediawiki wiki creole tex latex ltx".split(" "),
    types: ["text/markdown", "text/x-rst", "text/asciidoc", "text/x-org", "text/x-textile", "text/x-wiki", "text/x-tex"],
  },
  { name: "plain text", sort: "text", extensions: ["txt", "text"], types: ["text/plain"] },
  {
    name: "an HTML page",
    sort: "page",
    extensions: ["html", "htm", "xhtml", "xht", "mhtml", "mht"],
    types: ["text/html", "application/xhtml+xml", "multipart/related"],
  },
  {
    name: "JSON",
    sort: "data",
    extensions: ["json", "jsonl", "ndjson", "json5", "jsonc", "ipynb"],
    types: ["application/json", "application/jsonl", "application/x-ipynb+json"],
  },
  { name: "YAML", sort: "data", extensions: ["yaml", "yml"], types: ["application/yaml"] },
  {
    name: "XML",
    sort: "data",
    extensions: "xml xsd xsl xslt dita ditamap docbook dbk tei owl wsdl rdf fb2 fodt fods fodp svg".split(" "),
    types: [
      "application/xml",
      "application/rdf+xml",
      "image/svg+xml",
      "application/x-fictionbook+xml",
      `${ODF}.text-flat-xml`,
      `${ODF}.spreadsheet-flat-xml`,
      `${ODF}.presentation-flat-xml`,
    ],
  },
  { name: "a table in CSV", sort: "data", extensions: ["csv", "tsv"], types: ["text/csv", "text/tab-separated-values"] },
  { name: "a PDF", sort: "binary", extensions: ["pdf"], types: ["application/pdf"], signature: "%PDF-" },
  {
    name: "a Word document",
    sort: "binary",
    extensions: ["docx", "docm", "dotx"],
    types: [`${OOXML}.wordprocessingml.document`],
    signature: "50 4B 03 04",
  },
  {
    name: "an Excel workbook",
    sort: "binary",
    extensions: ["xlsx", "xlsm"],
    types: [`${OOXML}.spreadsheetml.sheet`],
    signature: "50 4B 03 04",
  },
  {
    name: "a PowerPoint presentation",
    sort: "binary",
    extensions: ["pptx", "pptm", "ppsx"],
    types: [`${OOXML}.presentationml.presentation`],
    signature: "50 4B 03 04",
  },
  {
    name: "an old Word document",
    sort: "binary",
    extensions: ["doc"],
    types: ["application/msword"],
    signature: "D0 CF 11 E0 A1 B1 1A E1",
  },
  {
    name: "an old Excel workbook",
    sort: "binary",
    extensions: ["xls"],
    types: ["application/vnd.ms-excel"],
    signature: "D0 CF 11 E0 A1 B1 1A E1",
  },
  {
    name: "an old PowerPoint presentation",
    sort: "binary",
    extensions: ["ppt", "pps"],
    types: ["application/vnd.ms-powerpoint"],
    signature: "D0 CF 11 E0 A1 B1 1A E1",
  },
  {
    name: "an Outlook message",
    sort: "binary",
    extensions: ["msg"],
    types: ["application/vnd.ms-outlook"],
    signature: "D0 CF 11 E0 A1 B1 1A E1",
  },
  { name: "an OpenDocument text", sort: "binary", extensions: ["odt", "ott"], types: [`${ODF}.text`], signature: "50 4B 03 04" },
  { name: "an OpenDocument spreadsheet", sort: "binary", extensions: ["ods"], types: [`${ODF}.spreadsheet`], signature: "50 4B 03 04" },
  { name: "an OpenDocument presentation", sort: "binary", extensions: ["odp"], types: [`${ODF}.presentation`], signature: "50 4B 03 04" },
  { name: "an EPUB book", sort: "binary", extensions: ["epub"], types: ["application/epub+zip"], signature: "50 4B 03 04" },
  { name: "a DjVu document", sort: "binary", extensions: ["djvu", "djv"], types: ["image/vnd.djvu"], signature: "AT&TFORM" },
  { name: "RTF", sort: "binary", extensions: ["rtf"], types: ["application/rtf"], signature: "{\\rtf" },
  { name: "PostScript", sort: "binary", extensions: [], types: ["application/postscript"], signature: "%!PS" },
  { name: "a ZIP archive", sort: "binary", extensions: ["zip"], types: ["application/zip"], signature: "50 4B 03 04" },
  { name: "gzip-compressed", sort: "binary", extensions: ["gz", "tgz"], types: ["application/gzip"], signature: "1F 8B 08" },
  {
    name: "an archive",
    sort: "binary",
    extensions: [],
    types: [
      "application/x-7z-compressed",
      "application/vnd.rar",
      "application/x-tar",
      "application/x-bzip2",
      "application/x-xz",
      "application/zstd",
      "application/java-archive",
    ],
  },
  { name: "a PNG image", sort: "binary", extensions: ["png"], types: ["image/png"], signature: "89 50 4E 47 0D 0A 1A 0A" },
  { name: "a JPEG image", sort: "binary", extensions: ["jpg", "jpeg"], types: ["image/jpeg"], signature: "FF D8 FF" },
  { name: "a GIF image", sort: "binary", extensions: ["gif"], types: ["image/gif"], signature: "GIF8" },
  { name: "an image", sort: "binary", extensions: [], types: ["image/"] },
  { name: "a sound recording", sort: "binary", extensions: [], types: ["audio/"] },
  { name: "a video", sort: "binary", extensions: [], types: ["video/"] },
  { name: "a font", sort: "binary", extensions: [], types: ["font/"] },
  {
    name: "a program",
    sort: "binary",
    extensions: [],
    types: [
      "application/x-elf",
      "application/x-mach-binary",
      "application/java-vm",
      "application/vnd.microsoft.portable-executable",
      "application/wasm",
    ],
  },
  { name: "an SQLite database", sort: "binary", extensions: [], types: ["application/vnd.sqlite3"], signature: "SQLite format 3" },
];

/** The format that a path's extension promises; null where it promises none of the table's. */
export function promisedFormat(path: string): FileFormat | null {
  const extension = extensionOf(path);
  return FORMATS.find(({ extensions }) => extensions.includes(extension)) ?? null;
}

/** The format that a MIME type stands for; null where it is none of the table's. */
export function formatOfType(type: string): FileFormat | null {
  return FORMATS.find(({ types }) => types.some((known) => (known.endsWith("/") ? type.startsWith(known) : type === known))) ?? null;
}
