import { describe, expect, it } from "vitest";
import { measureOutline } from "../../src/signals/outline.ts";
import { measureRedirect } from "../../src/signals/redirect.ts";
import { documentOf } from "../support/checked-set.ts";

function redirectOf(text: string, path = "tide.md") {
  const document = documentOf(text, path);
  return measureRedirect(document, measureOutline(document));
}

describe("a note that a document moved", () => {
  it.each([
    ["# Tides\n\nThis document has moved to [the handbook](../handbook.md).\n", "../handbook.md"],
    ["# Tides\n\nThis page has been consolidated into the comprehensive [Guide](guide.md).\nPlease visit that page.\n", "guide.md"],
    ["Moved to [TIDE-0001/README.md](./README.md).\n", "./README.md"],
    ["# Tides\n\nThis page has moved to\n[the site](https://tides.example/spec/).\n", "https://tides.example/spec/"],
    ["# Tides\n\n> [!NOTE]\n> This specification was superseded by [Tides 2](tides-2.md).\n", "tides-2.md"],
    ["# Tides\n\nThe tide specification now lives at <https://tides.example/>.\n", "https://tides.example/"],
    ["Tides\n=====\n\nThis section has been merged into `the guide <guide.rst>`_.\n", "guide.rst"],
    ["# Tides\n\nRedirecting to [Tides][t]\n\n[t]: https://tides.example/t\n", "https://tides.example/t"],
    ["# Gezeiten\n\nDieses Dokument ist umgezogen: [neu](neu.md)\n", "neu.md"],
    ["# Marées\n\nCette page a été déplacée vers [ici](ici.md).\n", "ici.md"],
    ["# 潮汐\n\n本文档已移至[新位置](new.md)。\n", "new.md"],
    ["---\ntitle: Tides\nredirect_to: /docs/tides\n---\n", "/docs/tides"],
  ])("is %j", (text, target) => {
    expect(redirectOf(text)).toMatchObject({ target, confidence: 0.93 });
  });

  it("is a page that sends browsers on", () => {
    const page = '<html><head>\n<meta http-equiv="refresh" content="0; url=/new/tides"></head><body>Redirecting…</body></html>';
    expect(redirectOf(page, "tides.html")).toEqual({
      evidence: [{ line: 2, quote: '<meta http-equiv="refresh" content="0; url=/new/tides' }],
      target: "/new/tides",
      confidence: 0.93,
    });
  });

  it("is a bare pointer, with less confidence", () => {
    expect(redirectOf("# Tides\n\nSee [the handbook](handbook.md).\n")).toEqual({
      evidence: [{ line: 3, quote: "See [the handbook](handbook.md)." }],
      target: "handbook.md",
      confidence: 0.75,
    });
  });

  it("is quoted with its line", () => {
    expect(redirectOf("# Tides\n\n\nThis document has moved to [x](x.md).\n")?.evidence).toEqual([
      { line: 4, quote: "This document has moved to [x](x.md)." },
    ]);
  });
});

describe("what is no such note", () => {
  const BODY = "A gauge sends a reading every ten minutes, and the station keeps all of them for a day. ".repeat(8);

  it.each([
    [
      "an archive banner over a whole document",
      `> This repository has been archived and is now located in [the other](https://x.example/).\n\n# Tides\n\n${BODY}\n`,
    ],
    ["a short document that says something", `# Tides\n\n${BODY.slice(0, 400)}\n\nSee [the handbook](handbook.md).\n`],
    ["a list of links", "# Tides\n\nSee:\n\n- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n- [d](d.md)\n- [e](e.md)\n"],
    ["a page on moving", "# Moving\n\nWhen a station has moved to another harbour, its datum changes; write both down.\n"],
    ["a heading alone", "# Tides\n"],
    ["nothing", ""],
    ["a pointer without a link", "# Tides\n\nSee the handbook.\n"],
  ])("%s", (_, text) => {
    expect(redirectOf(text)).toBeNull();
  });

  it("data", () => {
    expect(redirectOf('{"redirect": "This document has moved to x.md"}', "a.json")).toBeNull();
  });
});
