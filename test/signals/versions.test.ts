import { describe, expect, it } from "vitest";
import { measureVersions } from "../../src/signals/versions.ts";
import { documentOf } from "../support/checked-set.ts";

function statusOf(text: string, path = "tide.md") {
  return measureVersions(documentOf(text, path))?.status ?? null;
}

describe("the status that a document states", () => {
  it.each([
    ["front matter", "---\ntitle: Tides\nstatus: draft   # draft | final\n---\n\n# Tides\n", 3, "draft"],
    ["quoted front matter", '---\nstatus: "Final"\n---\n', 2, "Final"],
    ["a preamble", "Title: Tides\nStatus: Active\nType: Core\n", 2, "Active"],
    ["a preamble in a code fence", "```\nTide: 7\nStatus: Final\n```\n", 3, "Final"],
    ["a MediaWiki preamble", "<pre>\n  Tide: 7\n  Status: Final\n</pre>\n", 3, "Final"],
    ["a list", "# Tides\n\n- **Status:** Accepted\n- **Date:** 2026-01-02\n", 3, "Accepted"],
    ["bold words", "# Tides\n\n**Document status:** Draft v0.1\n", 3, "Draft v0.1"],
    ["a table", "| Tide | 7 |\n| - | - |\n| **Status** | Activated ([Discussion](https://x.example/1)) |\n", 3, "Activated (Discussion)"],
    [
      "an HTML table",
      "<table>\n<tr><td> Title </td><td> Tides </td></tr>\n<tr><td> Status </td><td> Accepted </td></tr>\n</table>\n",
      3,
      "Accepted",
    ],
    ["a link", "# Tides\n\n**Status**: [Stable](../status.md)\n", 3, "Stable"],
    ["a stage", "---\nics: 7\nstage: draft\n---\n", 3, "draft"],
  ])("stands in %s", (_, text, line, status) => {
    expect(statusOf(text)).toMatchObject({ line, text: status });
  });

  it("stands in an RST field list", () => {
    expect(statusOf("=====\nTides\n=====\n\n:Author: A\n:Status: Withdrawn (superseded by :ref:`TIDE 6 <tide_6>`)\n", "tide.rst")).toEqual({
      line: 6,
      quote: ":Status: Withdrawn (superseded by :ref:`TIDE 6 <tide_6>`)",
      text: "Withdrawn (superseded by TIDE 6)",
    });
  });

  it.each([
    ["below the second heading", "# Tides\n\nText.\n\n## Messages\n\nStatus: sent\n"],
    ["in code of a language", '# Tides\n\n```json\n"status": "OPEN"\n```\n'],
    ["in a template", "# Tides\n\n- Status: Draft | Accepted | Final\n"],
    ["in a placeholder", "# Tides\n\nStatus: <status>\n"],
    ["in nested front matter", "---\ncheck:\n  status: open\n---\n"],
    ["where it is null", "---\nstatus: null\n---\n"],
    ["in a sentence", "# Tides\n\nThe status of a gauge is sent with each reading.\n"],
  ])("does not stand %s", (_, text) => {
    expect(statusOf(text)).toBeNull();
  });

  it("is not looked for in data", () => {
    expect(statusOf('{\n "status": "OPEN"\n}\n', "a.json")).toBeNull();
  });
});

describe("the other fields of a head", () => {
  it("are version, date, successor and predecessor", () => {
    const text = "# Tides\n\n- Version: 1.2\n- Last updated: 2026-01-02\n- Superseded-By: [Tides 2](tides-2.md)\n- Replaces: Tide 3\n";
    expect(measureVersions(documentOf(text))).toEqual({
      status: null,
      version: { line: 3, quote: "- Version: 1.2", text: "1.2" },
      date: { line: 4, quote: "- Last updated: 2026-01-02", text: "2026-01-02" },
      supersededBy: { line: 5, quote: "- Superseded-By: [Tides 2](tides-2.md)", text: "Tides 2" },
      supersedes: { line: 6, quote: "- Replaces: Tide 3", text: "Tide 3" },
    });
  });

  it("are cut at the next column of an RFC's head", () => {
    expect(
      measureVersions(documentOf("Request for Comments: 9110\nObsoletes: 7230, 7231           June 2022\n", "a.txt"))?.supersedes?.text,
    ).toBe("7230, 7231");
  });

  it("are none in most texts", () => {
    expect(measureVersions(documentOf("# Tides\n\nA gauge sends a reading.\n"))).toBeNull();
  });
});
