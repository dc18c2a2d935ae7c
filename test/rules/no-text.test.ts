import { describe, expect, it } from "vitest";
import { readAnyDocument } from "../../src/readers/read-any-document.ts";
import { noText } from "../../src/rules/no-text.ts";
import { makePdf, type PageSketch, paragraph } from "../readers/make-pdf.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

async function problemsOf(...pages: readonly PageSketch[]) {
  return (await readAnyDocument("a.pdf", makePdf({ pages }))).problems;
}

describe("no-text", () => {
  it("reports a listed scan", async () => {
    const set = checkedSet({
      entries: [{ target: "a.pdf", title: "Lamps" }],
      documents: [{ path: "a.pdf", problems: await problemsOf({ isScan: true }) }],
    });
    expect(faultsOf(noText, set)).toMatchObject([
      {
        path: "a.pdf",
        confidence: 0.9,
        message: 'a.pdf has no text: 1 page with no text and a picture on 1 of them: a scan. The index lists it as "Lamps".',
        evidence: [{ path: "INDEX.md", line: 3 }],
      },
    ]);
    expect(faultsOf(noText, set)[0]).not.toHaveProperty("severity");
  });

  it("only warns of an unlisted scan, and leaves an unlisted companion alone", async () => {
    const problems = await problemsOf({ isScan: true });
    const set = checkedSet({
      documents: [
        { path: "a.pdf", problems },
        { path: "LICENSE.pdf", problems },
      ],
    });
    expect(faultsOf(noText, set).map(({ path, severity }) => [path, severity])).toEqual([["a.pdf", "warning"]]);
  });

  it("is silent about pictures beside text", async () => {
    const lines = paragraph(["The keeper of the lamp writes down the hour."]);
    const problems = await problemsOf({ isScan: true, lines });
    expect(faultsOf(noText, checkedSet({ entries: [{ target: "a.pdf" }], documents: [{ path: "a.pdf", problems }] }))).toEqual([]);
  });
});
