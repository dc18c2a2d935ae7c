/** PDFium, loaded when the first PDF is met, and kept for the next one. Its files are bundled as Base64, so that no disk is touched. */
/// <reference path="./pdf-wasm.d.ts" />

/** The functions of PDFium that are used, by their C names (public headers `fpdfview.h`, `fpdf_text.h`, `fpdf_edit.h`, `fpdf_doc.h`). Handles and buffers are addresses in its memory; 0 is none. */
export interface PdfiumFunctions {
  malloc(sizeBytes: number): number;
  free(address: number): void;
  FPDF_InitLibrary(): void;
  FPDF_LoadMemDocument(data: number, sizeBytes: number, password: number): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetLastError(): number;
  FPDF_DocumentHasValidCrossReferenceTable(document: number): number;
  FPDF_GetMetaText(document: number, tag: number, buffer: number, sizeBytes: number): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetUnicode(textPage: number, index: number): number;
  FPDFText_HasUnicodeMapError(textPage: number, index: number): number;
  FPDFText_IsHyphen(textPage: number, index: number): number;
  FPDFText_GetFontSize(textPage: number, index: number): number;
  FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number;
  FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number;
}

/** One instance of PDFium. */
export interface Pdfium {
  readonly call: PdfiumFunctions;
  /** Its memory as it is now; a call may replace it. */
  memory(): Uint8Array;
}

/** Bytes that PDFium may hold. A 64 MB file needs itself, its objects and one page's content; pages of real files took under 100 MB (2026-11). */
const MOST_MEMORY = 768 * 1024 * 1024;
/** An instance that grew beyond this is let go after its document: memory never shrinks. */
const KEPT_MEMORY = 128 * 1024 * 1024;

let compiling: Promise<WebAssembly.Module> | null = null;
let current: Pdfium | null = null;

/**
 * Runs synchronous work with PDFium. Where it throws (a trap, memory that is not given), the instance is not used again: its state is then unknown
 * by the rules of WebAssembly, and the next call gets a new one.
 */
export async function withPdfium<Result>(work: (pdfium: Pdfium) => Result): Promise<Result> {
  const pdfium = current ?? (await newInstance());
  current = null;
  const result = work(pdfium);
  if (pdfium.memory().length <= KEPT_MEMORY) current = pdfium;
  return result;
}

async function newInstance(): Promise<Pdfium> {
  compiling ??= compile();
  const [{ PDFiumModule }, compiled] = await Promise.all([import("@hyzyla/pdfium"), compiling]);
  const module: unknown = await PDFiumModule({ instantiateWasm: instantiate(compiled), ...SILENT });
  if (!isInstance(module)) throw new Error("PDFium gave no instance");
  const pdfium = { call: module.wasmExports, memory: () => module.HEAPU8 };
  pdfium.call.FPDF_InitLibrary();
  return pdfium;
}

/** What Emscripten says on its way out would reach the console. */
const SILENT = { print: () => {}, printErr: () => {} };

async function compile(): Promise<WebAssembly.Module> {
  const { PDFIUM_WASM_BASE64 } = await import("@hyzyla/pdfium/dist/pdfium.wasm.base64-B4io7kt4.js");
  return await WebAssembly.compile(Buffer.from(PDFIUM_WASM_BASE64, "base64"));
}

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

function instantiate(compiled: WebAssembly.Module) {
  return (imports: WebAssembly.Imports, receive: unknown): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(compiled, withLessMemory(imports));
    // The package's types leave out the instance, which its code needs.
    (receive as Receive)(instance, compiled);
    return instance.exports;
  };
}

/** The imports, with the one that grows the memory refusing (0) beyond `MOST_MEMORY`. */
function withLessMemory({ env = {}, ...others }: WebAssembly.Imports): WebAssembly.Imports {
  const grow = env.emscripten_resize_heap;
  if (typeof grow !== "function") return { env, ...others };
  return {
    ...others,
    env: { ...env, emscripten_resize_heap: (sizeBytes: number) => (sizeBytes >>> 0 > MOST_MEMORY ? 0 : grow(sizeBytes)) },
  };
}

interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: PdfiumFunctions;
}

function isInstance(module: unknown): module is EmscriptenModule {
  return typeof module === "object" && module !== null && "HEAPU8" in module && "wasmExports" in module;
}
