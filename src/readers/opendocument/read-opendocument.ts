import type { DocumentProblem } from "../../types.ts";
import { decodeText } from "../decode-text.ts";
import type { ReadLimits, RichText } from "../rich-reader.ts";
import { firstText } from "../shared/first-text.ts";
import { MarkdownWriter } from "../shared/markdown-writer.ts";
import { asItIs, damaged, richTextOf, unreadText } from "../shared/rich-text.ts";
import { walkXml, type XmlAttributes, type XmlHandler } from "../shared/xml.ts";
import { ZipArchive } from "../shared/zip.ts";
import { OdfBody } from "./odf-body.ts";
import { OdfStyles } from "./odf-styles.ts";
import { OdsSheets } from "./ods-sheets.ts";

/** Elements that are no part of the text as it stands: deletions, running heads of templates, scripts, names of drawings, pronunciations. */
const SKIPPED: ReadonlySet<string> = new Set(
  "tracked-changes master-styles scripts forms event-listeners title desc ruby-text content-validations named-expressions meta settings font-face-decls binary-data math hidden-text hidden-paragraph".split(
    " ",
  ),
);
const BODIES: ReadonlySet<string> = new Set(["text", "spreadsheet", "presentation", "drawing"]);

/** Reads an OpenDocument file, a package or flat XML. A flat file that is no XML is given as it is. Never rejects. */
export async function readOpenDocument(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readPackage(bytes, limits);
  const head = decodeText(bytes.subarray(0, 1000)).text;
  if (!/^\s*(?:<\?xml|<office:document)/.test(head)) return asItIs(bytes, limits);
  const reading = newReading(limits);
  const title = firstText("title");
  const skip = new Set(["body", "master-styles", "automatic-styles", "styles"]);
  walkXml(bytes, title, { depth: limits.depth, skip });
  const fault = walkBody(bytes, reading);
  return finish(reading, { title: title.found(), problems: fault === null ? [] : [damaged(`it is damaged: ${fault}`)] });
}

async function readPackage(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  const zip = new ZipArchive(bytes, limits);
  if (await isEncrypted(zip, limits)) return unreadText([{ kind: "encrypted", message: "it is encrypted with a password" }]);
  const problems: DocumentProblem[] = [];
  const reading = newReading(limits);
  const styles = await zip.read("styles.xml");
  if (styles) walkXml(styles, reading.styles, { depth: limits.depth, skip: SKIPPED });
  const content = await zip.read("content.xml");
  if (content === null) problems.push(...(zip.problems.length > 0 ? [] : [damaged("its main part, content.xml, is missing")]));
  const fault = content === null ? null : walkBody(content, reading);
  if (fault !== null) problems.push(damaged(`its part content.xml is damaged: ${fault}`));
  const title = firstText("title");
  const meta = await zip.read("meta.xml");
  if (meta) walkXml(meta, title, { depth: limits.depth });
  return finish(reading, { title: title.found(), problems: [...zip.problems, ...problems] });
}

/** The manifest says of each part whether it is encrypted (part 2, section 4.8), or of the whole package from version 1.4 on. */
async function isEncrypted(zip: ZipArchive, limits: ReadLimits): Promise<boolean> {
  const manifest = await zip.read("META-INF/manifest.xml");
  let found = zip.has("encrypted-package");
  const handler: XmlHandler = {
    open(name) {
      if (name === "encryption-data") found = true;
    },
    close() {},
    text() {},
  };
  if (manifest) walkXml(manifest, handler, { depth: limits.depth });
  return found;
}

interface Reading {
  readonly writer: MarkdownWriter;
  readonly styles: OdfStyles;
  readonly body: OdfBody;
  readonly sheets: OdsSheets;
  readonly limits: ReadLimits;
}

function newReading(limits: ReadLimits): Reading {
  const writer = new MarkdownWriter(limits.textLength);
  const styles = new OdfStyles();
  return { writer, styles, body: new OdfBody(writer, styles), sheets: new OdsSheets(writer, limits.parts), limits };
}

/** Reads styles, then the body; gives what is wrong with the XML, or null. */
function walkBody(bytes: Uint8Array, { writer, styles, body, sheets, limits }: Reading): string | null {
  let isBody = false;
  let handler: XmlHandler = styles;
  const dispatcher: XmlHandler = {
    open(name: string, attributes: XmlAttributes) {
      if (name === "body") isBody = true;
      else if (isBody && handler === styles && BODIES.has(name)) handler = name === "spreadsheet" ? sheets : body;
      else handler.open(name, attributes);
    },
    close: (name) => handler.close(name),
    text: (text) => handler.text(text),
  };
  return walkXml(bytes, dispatcher, { depth: limits.depth, skip: SKIPPED, isDone: () => writer.isFull || body.slideCount > limits.parts });
}

function finish(
  { writer, body, sheets, limits }: Reading,
  { title, problems }: { readonly title: string | null; readonly problems: readonly DocumentProblem[] },
): RichText {
  body.finish();
  const isOver = sheets.isOverLimit || body.slideCount > limits.parts;
  const over = isOver ? [damaged(`it has more than ${limits.parts.toLocaleString("en")} sheets or slides: the rest was not read`)] : [];
  return richTextOf(writer, { title, problems: [...problems, ...over], limits });
}
