import { describe, expect, it } from "vitest";
import { candidatesFor } from "../../src/paths/candidates.ts";
import type { Claims } from "../../src/types.ts";
import { listing, mentionOf } from "./path-context.ts";

/** Candidates as `path because`, best first. */
function candidates(
  missing: string,
  files: readonly string[],
  { claims = {}, taken = [] }: { claims?: Claims; taken?: readonly string[] } = {},
) {
  return candidatesFor(missing, mentionOf(missing, { claims }), { listing: listing(files), taken: new Set(taken) });
}
const named = (...args: Parameters<typeof candidates>) => candidates(...args).map(({ path, because }) => `${path} ${because}`);

describe("candidatesFor", () => {
  it("finds the same name in another folder", () => {
    expect(named("docs/tides.md", ["specs/tides.md", "docs/lights.md"])).toEqual(["specs/tides.md same-name-elsewhere"]);
  });

  it("finds a slip of the pen", () => {
    expect(named("tide-tabels.md", ["tide-tables.md", "harbour.md"])).toEqual(["tide-tables.md one-edit-away"]);
  });

  it("finds the same number first, in another spelling", () => {
    expect(named("cip-27.md", ["cip-0027-harbour.md", "cip-26.md"])[0]).toBe("cip-0027-harbour.md same-identifier");
  });

  it("finds another extension, other order of words, and what the entry is titled", () => {
    expect(named("spec.md", ["spec.pdf"])).toEqual(["spec.pdf other-extension"]);
    expect(named("harbour-frames.md", ["frames-of-harbour.md"])).toEqual(["frames-of-harbour.md similar-name"]);
    expect(named("x.md", ["guide/harbour-lights.md"], { claims: { title: "Harbour lights" } })).toEqual([
      "guide/harbour-lights.md same-title",
    ]);
  });

  it("gives folders for folders only", () => {
    expect(named("specs/", ["spec/a.md"])).toEqual(["spec one-edit-away"]);
    expect(named("spec.md", ["spec/a.md"]).filter((one) => one.startsWith("spec "))).toEqual([]);
  });

  it("holds back what another entry lists", () => {
    const [free] = candidates("tides.md", ["old/tides.md"]);
    const [taken] = candidates("tides.md", ["old/tides.md"], { taken: ["old/tides.md"] });
    expect(free && taken && free.likeness - taken.likeness).toBeGreaterThan(0.1);
  });

  it("gives at most three, best first, and none where nothing is like it", () => {
    const many = candidates("tides.md", ["a/tides.md", "b/tides.md", "c/tides.md", "d/tides.md"]);
    expect(many.map(({ path }) => path)).toEqual(["a/tides.md", "b/tides.md", "c/tides.md"]);
    expect(candidates("zebra.md", ["tides.md"])).toEqual([]);
    for (const { likeness } of many) expect(likeness).toBeLessThanOrEqual(1);
  });
});
