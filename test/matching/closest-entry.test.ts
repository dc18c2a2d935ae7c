import { describe, expect, it } from "vitest";
import { checkSeedSet } from "../../src/check.ts";
import { closestEntry } from "../../src/matching/closest-entry.ts";
import type { CheckedDocument } from "../../src/types.ts";
import { folderWith } from "../cli/run-command.ts";
import { STATION, STATION_WITH_NEWS } from "../support/station-set.ts";

const { set } = await checkSeedSet({ root: folderWith(STATION), cwd: "/" });
const { set: mixed } = await checkSeedSet({ root: folderWith(STATION_WITH_NEWS), cwd: "/" });

function documentNamed(path: string, { documents }: { readonly documents: readonly CheckedDocument[] }): CheckedDocument {
  const document = documents.find((one) => one.path === path);
  if (!document) throw new Error(`no document ${path}`);
  return document;
}

describe("the closest entry", () => {
  it("of every listed document is its own, with the log-odds that the check found", () => {
    for (const document of set.documents) {
      const closest = closestEntry(document, set);
      const match = set.identity.matches.get(document.path);
      expect(closest?.entry.path).toBe(document.path);
      expect([closest?.logOdds, closest?.belonging]).toEqual([match?.logOdds, match?.belonging]);
    }
    expect(set.documents.length).toBe(5);
  });

  it("of an unlisted document is the entry whose place another holds", () => {
    const closest = closestEntry(documentNamed("seeds/old/high-water.md", mixed), mixed);
    expect(closest?.entry.title).toBe("Flood plan");
    expect(closest?.logOdds).toBeGreaterThan(3);
  });

  it("may have a target that is not there", async () => {
    const { "seeds/valves.md": valves, ...rest } = STATION;
    const { set: lacking } = await checkSeedSet({ root: folderWith({ ...rest, "seeds/more/v2.md": valves ?? "" }), cwd: "/" });
    const closest = closestEntry(documentNamed("seeds/more/v2.md", lacking), lacking);
    expect([closest?.entry.title, closest?.entry.path]).toEqual(["Valve timing", null]);
    expect(closest?.logOdds).toBeGreaterThan(0.5);
  });

  it("of a foreign document fits it badly", () => {
    const closest = closestEntry(documentNamed("seeds/flood-plan.md", mixed), mixed);
    expect(closest?.logOdds).toBeLessThan(-3.4);
    expect(closest?.belonging).toBeLessThan(-2.4);
  });

  it("is found where no listed document is there", async () => {
    const root = folderWith({ "seeds/INDEX.md": STATION["seeds/INDEX.md"] ?? "", "seeds/v2.md": STATION["seeds/valves.md"] ?? "" });
    const { set: bare } = await checkSeedSet({ root, cwd: "/" });
    const closest = closestEntry(documentNamed("seeds/v2.md", bare), bare);
    expect(closest?.entry.title).toBe("Valve timing");
    expect([Number.isFinite(closest?.logOdds), Number.isFinite(closest?.belonging)]).toEqual([true, true]);
  });

  it("is null for a document without text, and in a set without entries", () => {
    const [document] = set.documents;
    if (!document) throw new Error("the set has documents");
    expect(closestEntry({ ...document, signals: { ...document.signals, terms: null } }, set)).toBeNull();
    expect(closestEntry(document, { entries: [], documents: set.documents })).toBeNull();
  });
});
