import { describe, expect, it } from "vitest";
import { unreadContent } from "../../src/engine/unread-content.ts";
import { checkedSet } from "../support/checked-set.ts";

describe("unreadContent", () => {
  it("is nothing where every document was read", () => {
    const set = checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }, { path: "b.md" }] });
    expect(unreadContent(set)).toEqual({ failed: new Set(), omissions: [] });
  });

  it("holds a document that vanished or could not be read, listed or not", () => {
    const set = checkedSet({
      entries: [{ target: "a.md" }],
      documents: [
        { path: "a.md", problems: [{ kind: "vanished", message: "it vanished while it was being read" }] },
        { path: "b.md", problems: [{ kind: "unreadable", message: "it could not be read (EIO)" }] },
      ],
    });
    expect(unreadContent(set)).toEqual({
      failed: new Set(["a.md", "b.md"]),
      omissions: [
        {
          type: "omission",
          path: "a.md",
          entry: set.entries[0],
          reason: "its content was not checked: it vanished while it was being read",
        },
        { type: "omission", path: "b.md", reason: "its content was not checked: it could not be read (EIO)" },
      ],
    });
  });

  it("holds a format that no reader reads, of which the bytes are still asked", () => {
    const set = checkedSet({
      entries: [{ target: "a.png" }],
      documents: [{ path: "a.png", bytes: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1") }],
    });
    const { failed, omissions } = unreadContent(set);
    expect(failed).toEqual(new Set());
    expect(omissions.map(({ reason }) => reason)).toEqual(["its content was not checked: no reader reads image/png"]);
  });

  it("does not hold a document with a fault that the rules tell", () => {
    const set = checkedSet({
      documents: [
        { path: "a.png", bytes: new Uint8Array() },
        { path: "b.md", text: "" },
      ],
    });
    expect(unreadContent(set).omissions).toEqual([]);
  });

  it("holds an entry whose file was left out by the caller, and no entry of a folder or of an index", () => {
    const set = checkedSet({
      entries: [{ target: "left-out.md" }, { target: "folder" }, { target: "INDEX.md" }],
      files: ["left-out.md", "folder/x.md"],
    });
    expect(unreadContent(set).omissions.map(({ path, reason }) => [path, reason])).toEqual([
      ["left-out.md", "its content was not checked: --ignore leaves it out"],
    ]);
  });
});
