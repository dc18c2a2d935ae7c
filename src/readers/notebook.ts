import { decodeText } from "./decode-text.ts";
import type { ReadLimits, RichReader, RichText } from "./rich-reader.ts";
import { MarkdownWriter } from "./shared/markdown-writer.ts";
import { asItIs, damaged, richTextOf } from "./shared/rich-text.ts";

/** Jupyter notebooks, nbformat 3 and 4: Markdown cells as they are, code in fences, outputs left out. */
export const notebookReader: RichReader = {
  id: "notebook",
  summary: "Jupyter notebooks: their text and code, without what the code put out",
  matches: (type) => type === "application/x-ipynb+json",
  read: async (bytes, limits) => readNotebook(bytes, limits),
};

type JsonObject = Readonly<Record<string, unknown>>;

function readNotebook(bytes: Uint8Array, limits: ReadLimits): RichText {
  const { text, problems } = decodeText(bytes);
  const parsed = parseJson(text);
  if ("fault" in parsed || !isObject(parsed.value)) {
    // A pointer or a page in the notebook's place is judged as the text that it is.
    const isJson = text.trimStart().startsWith("{");
    const said = "fault" in parsed && isJson ? [damaged(`it is no notebook: ${parsed.fault}`)] : [];
    return { ...asItIs(bytes, limits), problems: [...problems, ...said] };
  }
  const notebook = parsed.value;
  const writer = new MarkdownWriter(limits.textLength);
  for (const cell of cellsOf(notebook)) writeCell(cell, writer);
  const title = isObject(notebook.metadata) && typeof notebook.metadata.title === "string" ? notebook.metadata.title : null;
  return richTextOf(writer, { title, problems, limits });
}

function parseJson(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message.slice(0, 120) : "its JSON is damaged" };
  }
}

/** nbformat 3 keeps the cells in worksheets. */
function cellsOf(notebook: JsonObject): readonly JsonObject[] {
  const sheets = Array.isArray(notebook.worksheets) ? notebook.worksheets.filter(isObject) : [];
  return [notebook, ...sheets].flatMap(({ cells }) => (Array.isArray(cells) ? cells.filter(isObject) : []));
}

function writeCell(cell: JsonObject, writer: MarkdownWriter): void {
  const source = textOf(cell.source ?? cell.input);
  if (cell.cell_type === "markdown") writer.addMarkdown(source);
  else if (cell.cell_type === "heading") writer.add("heading", source, typeof cell.level === "number" ? Math.floor(cell.level) || 1 : 1);
  else writer.add("code", source);
  writer.endRun();
}

/** A cell's source is a text or a list of its lines. */
function textOf(source: unknown): string {
  if (typeof source === "string") return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === "string").join("") : "";
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
