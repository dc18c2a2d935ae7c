import { describe, expect, it } from "vitest";
import { escapeMarkdown, MarkdownWriter } from "../../../src/readers/shared/markdown-writer.ts";

function write(fill: (writer: MarkdownWriter) => void, limit = 10_000): string {
  const writer = new MarkdownWriter(limit);
  fill(writer);
  return writer.finish().text;
}

describe("MarkdownWriter", () => {
  it("parts blocks by blank lines, and not the items of a list or the lines of code", () => {
    const text = write((writer) => {
      writer.add("heading", "Title", 1);
      writer.add("paragraph", "words  and\twords");
      writer.add("item", "one", 0);
      writer.add("item", "two", 1);
      writer.add("continuation", "more", 1);
      writer.add("code", "a {\n  b");
      writer.add("code", "}");
      writer.add("paragraph", "end");
    });
    expect(text).toBe("# Title\n\nwords and words\n\n- one\n  - two\n\n    more\n\n```\na {\n  b\n}\n```\n\nend\n");
  });

  it("keeps words from being read as headings, fences or front matter", () => {
    const text = write((writer) => {
      writer.add("paragraph", "---");
      writer.add("paragraph", "# no heading");
      writer.add("paragraph", "``` no fence\n===");
      writer.add("code", "```\ncode");
    });
    expect(text).toBe("\\# no heading\n\n\\``` no fence\n\\===\n\n```\n ```\ncode\n```\n");
  });

  it("writes tables with a head, and bars in cells escaped", () => {
    const text = write((writer) => {
      writer.row(["a", "b|c"]);
      writer.row(["1", "2\n3"]);
      writer.endRun();
      writer.row(["d", "e"]);
    });
    expect(text).toBe("| a | b\\|c |\n| --- | --- |\n| 1 | 2 3 |\n\n| d | e |\n| --- | --- |\n");
  });

  it("writes the blocks of a row of one cell by themselves, and a table in a cell as words", () => {
    const text = write((writer) => {
      writer.openTable();
      writer.openRow();
      writer.openCell();
      writer.add("heading", "Boxed", 2);
      writer.openTable();
      writer.openRow();
      writer.openCell();
      writer.add("paragraph", "inner");
      writer.closeCell();
      writer.closeRow();
      writer.closeTable();
      writer.closeCell();
      writer.closeRow();
      writer.closeTable();
    });
    expect(text).toBe("## Boxed\n\ninner\n");
  });

  it("marks places at the first line that is written there, and not where nothing is", () => {
    const writer = new MarkdownWriter(1000);
    writer.mark({ slide: 1 });
    writer.add("paragraph", "one");
    writer.mark({ slide: 2 });
    writer.mark({ slide: 3 });
    writer.add("paragraph", "three");
    expect(writer.finish()).toEqual({
      text: "one\n\nthree\n",
      marks: [
        { line: 1, slide: 1 },
        { line: 3, slide: 3 },
      ],
    });
  });

  it("stops at the limit", () => {
    const writer = new MarkdownWriter(10);
    for (let at = 0; at < 10; at++) writer.add("paragraph", "words");
    writer.row(["a".repeat(1000), "b"]);
    expect(writer.isFull).toBe(true);
    expect(writer.finish().text).toBe("words\n\nwor");
  });

  it("closes what is open at the end", () => {
    const text = write((writer) => {
      writer.openTable();
      writer.openRow();
      writer.openCell();
      writer.add("code", "left");
    });
    expect(text).toBe("```\nleft\n```\n");
    expect(write(() => {})).toBe("");
  });
});

describe("escapeMarkdown", () => {
  it("keeps a shown comment from counting as a hidden one", () => {
    expect(escapeMarkdown("a <!-- b --> < c")).toBe("a &lt;!-- b --> < c");
  });
});
