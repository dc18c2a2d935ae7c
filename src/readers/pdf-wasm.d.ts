/** PDFium itself as Base64, as the package ships it beside its browser build; its Node build would read the file from the disk. */
declare module "@hyzyla/pdfium/dist/pdfium.wasm.base64-B4io7kt4.js" {
  export const PDFIUM_WASM_BASE64: string;
}

/** What is used of WebAssembly: the types of Node leave it to those of browsers. */
declare namespace WebAssembly {
  interface Module {
    readonly module: unique symbol;
  }
  type Imports = Record<string, Record<string, unknown>>;
  type Exports = Record<string, unknown>;
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Exports;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
