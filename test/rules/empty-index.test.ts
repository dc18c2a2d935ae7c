import { describe, expect, it } from "vitest";
import { emptyIndex } from "../../src/rules/empty-index.ts";
import type { SeedIndex } from "../../src/types.ts";
import { checkedSet, faultsOf, type SetSketch } from "../support/checked-set.ts";

const message = (sketch: SetSketch) => faultsOf(emptyIndex, checkedSet(sketch))[0]?.message;

describe("empty-index", () => {
  it("says that an index is empty, or what it holds instead of documents", () => {
    expect(message({ index: " \n" })).toBe("The index INDEX.md (read as markdown) lists no document: it is empty.");
    expect(message({ index: "# Index\n" })).toBe("The index INDEX.md (read as markdown) lists no document.");
    expect(message({ index: "see a.md", passing: [{ target: "a.md" }], documents: [{ path: "a.md" }] })).toBe(
      "The index INDEX.md (read as markdown) lists no document; it holds 1 reference in running text.",
    );
  });

  it("counts URLs that lead out of the set", () => {
    const withUrls = (externalUrlCount: number) => {
      const index: SeedIndex = { ...checkedSet({ index: "x" }).indexes[0], externalUrlCount } as SeedIndex;
      return message({ index: "x", passing: [{ target: "a.md" }, { target: "b.md" }], overrides: { indexes: [index] } });
    };
    expect(withUrls(7)).toContain("it holds 2 references in running text and 7 URLs that lead out of the set.");
    expect(withUrls(1)).toContain("and 1 URL that leads out of the set.");
  });

  it("is silent for an index with an entry, and where there is no index", () => {
    expect(message({ entries: [{ target: "gone.md" }] })).toBeUndefined();
    expect(message({ index: null, documents: [{ path: "a.md" }] })).toBeUndefined();
  });

  it("is the same fault in every run", () => {
    expect(faultsOf(emptyIndex, checkedSet({ index: "" }))[0]).toMatchObject({ path: "INDEX.md", identity: "empty-index" });
  });
});
