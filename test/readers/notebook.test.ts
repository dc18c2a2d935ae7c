import { describe, expect, it } from "vitest";
import { notebookReader } from "../../src/readers/notebook.ts";
import { readAnyDocument } from "../../src/readers/read-any-document.ts";
import { readWith } from "./read-file.ts";

const cell = (type: string, source: unknown, rest = {}) => ({ cell_type: type, metadata: {}, source, ...rest });
const notebook = (cells: readonly unknown[], metadata = {}) => JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });

describe("notebookReader", () => {
  it("gives Markdown as it is, code in fences of its own, and no outputs", async () => {
    const source = notebook(
      [
        cell("markdown", ["# Flow\n", "words"]),
        cell("code", ["a = 1\n", "a"], { outputs: [{ text: ["secret output"] }] }),
        cell("code", "b"),
        cell("raw", "as it is"),
      ],
      { title: "Flow of the weir" },
    );
    const document = await readAnyDocument("a.ipynb", Buffer.from(source));
    expect(document).toMatchObject({ type: "application/x-ipynb+json", markup: "text/markdown", title: "Flow of the weir", problems: [] });
    expect(document.text).toBe("# Flow\nwords\n\n```\na = 1\na\n```\n\n```\nb\n```\n\n```\nas it is\n```\n");
  });

  it("reads the older format, with its headings", async () => {
    const source = JSON.stringify({
      worksheets: [
        {
          cells: [
            { cell_type: "heading", level: 2, source: "Old" },
            { cell_type: "code", input: "x" },
          ],
        },
      ],
      nbformat: 3,
    });
    expect((await readWith(notebookReader, source)).text).toBe("## Old\n\n```\nx\n```\n");
  });

  it("says that JSON is broken, and gives the text as it is", async () => {
    const { text, problems } = await readWith(notebookReader, '{"cells": [');
    expect(text).toBe('{"cells": [');
    expect(problems.map(({ kind }) => kind)).toEqual(["damaged"]);
  });

  it("gives a pointer in its place as it is, without a problem", async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\n";
    expect(await readWith(notebookReader, pointer)).toEqual({ text: pointer, markup: "text/plain", title: null, marks: [], problems: [] });
  });

  it("says that there is no text, whatever stands for cells", async () => {
    for (const source of ["{}", '{"cells": 7}', '{"cells": [null, 3, {"cell_type": "code", "source": {}}]}']) {
      expect((await readWith(notebookReader, source)).problems).toEqual([{ kind: "no-text", message: "it holds no text" }]);
    }
  });
});
