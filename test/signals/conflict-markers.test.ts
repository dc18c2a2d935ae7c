import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/readers/read-document.ts";
import { measureConflictMarkers } from "../../src/signals/conflict-markers.ts";

const measure = (text: string, path = "a.md") => measureConflictMarkers(readDocument(path, Buffer.from(text)));
const linesOf = (text: string, path?: string) => measure(text, path).map(({ line }) => line);

const CONFLICT = "<<<<<<< HEAD\nThe limit is 10.\n=======\nThe limit is 20.\n>>>>>>> feature/limits\n";

describe("measureConflictMarkers", () => {
  it("finds the three markers of a conflict, with their lines", () => {
    expect(measure(`# Limits\n\n${CONFLICT}`)).toEqual([
      { line: 3, quote: "<<<<<<< HEAD" },
      { line: 5, quote: "=======" },
      { line: 7, quote: ">>>>>>> feature/limits" },
    ]);
  });

  it("finds the common ancestor's marker in the diff3 style", () => {
    expect(linesOf("<<<<<<< ours\na\n||||||| base\nb\n=======\nc\n>>>>>>> theirs\n")).toEqual([1, 3, 5, 7]);
  });

  it("finds several conflicts, and reads CRLF and markers without a label", () => {
    expect(linesOf(`${CONFLICT}words\n${CONFLICT}`)).toEqual([1, 3, 5, 7, 9, 11]);
    expect(linesOf(CONFLICT.replaceAll("\n", "\r\n"))).toEqual([1, 3, 5]);
    expect(linesOf("<<<<<<<\na\n=======\nb\n>>>>>>>\n")).toEqual([1, 3, 5]);
  });

  it("finds one whose middle was deleted by half a repair", () => {
    expect(linesOf("<<<<<<< HEAD\na\nb\n>>>>>>> 1f2e3d4\n")).toEqual([1, 4]);
  });

  it("takes no underline of seven equals signs for a marker", () => {
    expect(linesOf("Preface\n=======\n\nwords\n\nSummary\n=======\n")).toEqual([]);
    expect(linesOf("Preface\n=======\n", "a.rst")).toEqual([]);
  });

  it("takes no marker alone, in the wrong order, indented, or of another length", () => {
    for (const text of [
      "<<<<<<< HEAD\nwords\n",
      ">>>>>>> theirs\n=======\n<<<<<<< HEAD\n",
      "  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> theirs\n",
      "<<<<<<<< HEAD\na\n========\nb\n>>>>>>>> theirs\n",
      "> <<<<<<< HEAD\n> =======\n> >>>>>>> theirs\n",
      "<<<<<<<HEAD\n=======\n>>>>>>>theirs\n",
    ]) {
      expect(linesOf(text), text).toEqual([]);
    }
  });

  it("leaves out an example in a code fence of backticks or tildes", () => {
    expect(linesOf(`Git writes:\n\n\`\`\`text\n${CONFLICT}\`\`\`\n`)).toEqual([]);
    expect(linesOf(`~~~~\n${CONFLICT}~~~~\n`)).toEqual([]);
  });

  it("leaves out an example in the literal blocks of other markups", () => {
    expect(linesOf(`----\n${CONFLICT}----\n`, "a.adoc")).toEqual([]);
    expect(linesOf(`<pre>\n${CONFLICT}</pre>\n`, "a.mediawiki")).toEqual([]);
    expect(linesOf(`\\begin{verbatim}\n${CONFLICT}\\end{verbatim}\n`, "a.tex")).toEqual([]);
    expect(linesOf(`#+begin_src\n${CONFLICT}#+end_src\n`, "a.org")).toEqual([]);
  });

  it("finds a conflict after an example, and one before it", () => {
    expect(linesOf(`\`\`\`\n${CONFLICT}\`\`\`\n\n${CONFLICT}`)).toEqual([9, 11, 13]);
    expect(linesOf(`${CONFLICT}\n\`\`\`\n${CONFLICT}\`\`\`\n`)).toEqual([1, 3, 5]);
  });

  it("finds a conflict that splits a fence", () => {
    const text = "```js\nlet a = 1;\n<<<<<<< HEAD\nlet b = 2;\n```\n=======\nlet c = 3;\n```\n>>>>>>> theirs\n";
    expect(linesOf(text)).toEqual([3, 6, 9]);
  });

  it("finds a conflict whose sides hold whole fences", () => {
    expect(linesOf("<<<<<<< HEAD\n```js\na\n```\n=======\n```ts\nb\n```\n>>>>>>> theirs\n")).toEqual([1, 5, 9]);
  });

  it("is empty for a document without text", () => {
    expect(measure("%PDF-1.7\n<<<<<<< a\n=======\n>>>>>>> b\n", "a.pdf")).toEqual([]);
  });

  it("is fast on a hostile text", () => {
    const started = performance.now();
    expect(linesOf(`${"<<<<<<< \n".repeat(100_000)}>>>>>>> \n`)).toEqual([100_000, 100_001]);
    expect(linesOf(`${`<<<<<<< >>>>>>>${"`".repeat(50)}\n`.repeat(20_000)}`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
