/** PDFs of a few objects, written by hand, for what no ordinary program makes. */

export interface PageSketch {
  /** Lines of text, each at its place, in Helvetica. */
  readonly lines?: readonly { readonly text: string; readonly x?: number; readonly y: number; readonly size?: number }[];
  /** A grey picture over the whole page. */
  readonly isScan?: boolean;
  /** Content stream in the place of the lines. */
  readonly content?: string;
}

export interface PdfSketch {
  readonly pages: readonly PageSketch[];
  readonly title?: string;
  /** Font object in the place of Helvetica. */
  readonly font?: string;
  /** What the page tree says that it has; default: as many as there are. */
  readonly statedCount?: number;
}

const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/** A PDF 1.4 of these objects, numbered from 1, the first the catalog; `trailer` is added to the trailer's entries. */
export function pdfOfObjects(objects: readonly string[], trailer = ""): Buffer {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

export function stream(content: string, entries = ""): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** Objects: 1 catalog, 2 page tree, 3 font, 4 picture, 5 information; then a page and its content in turn. */
export function makePdf({ pages, title, font = HELVETICA, statedCount = pages.length }: PdfSketch): Buffer {
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(" ");
  const picture = stream("\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8");
  return pdfOfObjects(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count ${statedCount} /Kids [${kids}] /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>`,
      font,
      picture,
      `<< /Title (${title ?? ""}) >>`,
      ...pages.flatMap((page, at) => [`<< /Type /Page /Parent 2 0 R /Contents ${7 + at * 2} 0 R >>`, stream(contentOf(page))]),
    ],
    "/Info 5 0 R",
  );
}

function contentOf({ lines = [], isScan, content }: PageSketch): string {
  if (content !== undefined) return content;
  const text = lines.map(
    (line) => `BT /F ${line.size ?? 10} Tf ${line.x ?? 72} ${line.y} Td (${line.text.replace(/[()\\]/g, "\\$&")}) Tj ET`,
  );
  return [...(isScan ? ["q 595 0 0 842 0 0 cm /I Do Q"] : []), ...text].join("\n");
}

/** Lines of running text from the top of a page down, single-spaced. */
export function paragraph(words: readonly string[], top = 700): NonNullable<PageSketch["lines"]> {
  return words.map((text, at) => ({ text, y: top - at * 12 }));
}
