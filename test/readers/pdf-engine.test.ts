import { describe, expect, it } from "vitest";
import { type Pdfium, withPdfium } from "../../src/readers/pdf-engine.ts";

const instance = () => withPdfium((pdfium: Pdfium) => pdfium);

describe("withPdfium", () => {
  it("keeps its instance from one document to the next", async () => {
    expect(await instance()).toBe(await instance());
  });

  it("lets an instance go that trapped, and works on with a new one", async () => {
    const before = await instance();
    await expect(withPdfium(({ call }) => call.FPDF_GetPageCount(0xffff_fff0))).rejects.toThrow("memory access out of bounds");
    const after = await instance();
    expect(after).not.toBe(before);
    expect(await instance()).toBe(after);
  });

  it("lets an instance go whose memory grew large: memory never shrinks", async () => {
    const before = await instance();
    await withPdfium(({ call }) => call.free(call.malloc(200 * 1024 * 1024)));
    expect(await instance()).not.toBe(before);
  });

  it("refuses more memory than a document may take", async () => {
    expect(await withPdfium(({ call }) => call.malloc(800 * 1024 * 1024))).toBe(0);
  });
});
