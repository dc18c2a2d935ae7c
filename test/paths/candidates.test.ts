import { describe, expect, it } from "vitest";
import { candidatesFor } from "../../src/paths/candidates.ts";
import type { Claims } from "../../src/types.ts";
import { contextOf, listing, mentionOf } from "./path-context.ts";

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

  it("takes no other short name for a slip of the pen", () => {
    expect(named("a.md", ["b.md"])).toEqual([]);
    expect(named("faq.md", ["fax.md"])).toEqual([]);
    expect(named("roadmap/", ["readme.md"])).toEqual([]);
    expect(named("tide.md", ["tides.md"])).toEqual(["tides.md one-edit-away"]);
  });

  it("allows a second slip in names of twelve letters and more only", () => {
    expect(named("harbour-lihgts.md", ["habour-lights.md"])).toEqual(["habour-lights.md one-edit-away"]);
    expect(named("harbour.md", ["arbor.md"])).toEqual(["arbor.md similar-name"]);
  });

  it("finds the same number, in another spelling, and no other number", () => {
    expect(named("cip-27.md", ["cip-0027-harbour.md", "cip-26.md"])).toEqual(["cip-0027-harbour.md same-identifier"]);
    expect(named("cip-27.md", ["cip-26.md", "cip-28.md"])).toEqual([]);
    expect(named("CIP-0014/README.md", ["CIP-0013/README.md"])).toEqual([]);
  });

  it("takes a file of another number where it bears the whole title of the entry", () => {
    const files = ["cip-0026-harbour-lights.md"];
    expect(named("cip-0027.md", files, { claims: { title: "Harbour lights" } })).toEqual(["cip-0026-harbour-lights.md same-title"]);
    expect(named("cip-0027.md", files, { claims: { title: "Harbour" } })).toEqual([]);
    expect(named("cip-0027.md", files, { claims: { title: "CIP 27: Harbour lights" } })).toEqual([]);
  });

  it("names what may have been numbered anew, and another version, without putting it in", () => {
    const [renumbered] = candidates("03-classes.md", ["04-classes.md"]);
    expect(renumbered).toMatchObject({ path: "04-classes.md", because: "similar-name" });
    expect(renumbered?.likeness).toBeLessThan(0.6);
    const [version] = candidates("wire-format-v1.md", ["wire-format-v2.md"]);
    expect(version).toMatchObject({ path: "wire-format-v2.md", because: "similar-name" });
    expect(version?.likeness).toBeLessThan(0.6);
  });

  it("finds the folder itself first where a folder is missing", () => {
    expect(named("CIP-0012/", ["CIP-0012/CIP-0012.md", "CIP-0012/README.md"])[0]).toBe("CIP-0012 same-name-elsewhere");
    expect(candidates("specs/0012-discovery", ["rfcs/0012-discovery/0012-discovery.md"])[0]?.path).toBe("rfcs/0012-discovery");
  });

  it("looks for none in the first pass, and for no path that no file system has", () => {
    expect(candidatesFor("tides.md", mentionOf("tides.md"), { ...contextOf({ files: ["x/tides.md"] }), isFirstPass: true })).toEqual([]);
    expect(named(`${"x".repeat(5000)}.md`, ["x.md"])).toEqual([]);
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

  it("costs each of 500 targets in 3,000 files about what it costs in 300", () => {
    const words = ["tide", "harbour", "light", "frame", "wire", "node", "proof", "shard", "chain", "block", "fee", "peer"];
    const name = (at: number) => [0, 5, 7].map((step) => words[(at * 7 + step + Math.floor(at / 12)) % words.length]).join("-");
    const files = listing(Array.from({ length: 3000 }, (_, at) => `docs/s${at % 50}/${name(at)}-${at}.md`));
    const missing = Array.from({ length: 500 }, (_, at) => `docs/x/${name(at + 11)}-guide.md`);
    const started = performance.now();
    const found = missing.filter((path) => candidatesFor(path, mentionOf(path), { listing: files, taken: new Set() }).length > 0);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(found.length).toBeGreaterThan(400);
  });
});
