import { describe, expect, it } from "vitest";
import { redirectStub } from "../../src/rules/redirect-stub.ts";
import { checkedSet, type EntrySketch, faultsOf } from "../support/checked-set.ts";

const STUB = "# Tide protocol\n\nThis document has moved to [the handbook](../handbook/tides.md).\n";
const HANDBOOK = { path: "handbook/tides.md" };

function faultOf(entry: Partial<EntrySketch> = {}, text = STUB) {
  const documents = [{ path: "specs/tide.md", text }, HANDBOOK];
  return faultsOf(redirectStub, checkedSet({ documents, entries: [{ target: "specs/tide.md", title: "Tide protocol", ...entry }] }))[0];
}

describe("redirect-stub", () => {
  it("says where the content is now, and quotes the note and the entry", () => {
    expect(faultOf()).toMatchObject({
      path: "specs/tide.md",
      confidence: 0.93,
      message: 'specs/tide.md only says that its content is elsewhere (handbook/tides.md), and the index lists it as "Tide protocol".',
      help: "Point the entry to handbook/tides.md.",
      related: [{ path: "handbook/tides.md", message: "where its content is now" }],
      evidence: [
        { path: "specs/tide.md", line: 3, quote: "This document has moved to [the handbook](../handbook/tides.md)." },
        { path: "INDEX.md", line: 3, quote: "- [Tide protocol](specs/tide.md)" },
      ],
    });
  });

  it("gives the address where the content left the set", () => {
    const fault = faultOf({}, "# Tide protocol\n\nMoved to <https://tides.example/spec>.\n");
    expect(fault?.message).toContain("(https://tides.example/spec)");
    expect(fault?.help).toBe("Point the entry to where the content is now, or put the document itself in this place.");
    expect(fault).not.toHaveProperty("related");
  });

  it.each([
    { claims: { status: "Superseded" } },
    { claims: { description: "moved to the handbook" } },
    { sections: ["Archived"] },
    { rowText: "Tide protocol (redirect)" },
  ])("is silent where the entry says so: %j", (entry) => {
    expect(faultOf(entry)).toBeUndefined();
  });

  it("is silent about notes that no entry leads to, and speaks of them where there is no index", () => {
    const documents = [{ path: "a.md" }, { path: "specs/tide.md", text: STUB }];
    expect(faultsOf(redirectStub, checkedSet({ documents, entries: [{ target: "a.md" }] }))).toEqual([]);
    expect(faultsOf(redirectStub, checkedSet({ index: null, documents }))).toMatchObject([{ path: "specs/tide.md" }]);
  });

  it("is silent about documents", () => {
    expect(faultOf({}, "# Tide protocol\n\nA gauge that has moved to another harbour sends its datum again.\n")).toBeUndefined();
  });
});
