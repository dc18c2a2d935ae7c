import { describe, expect, it } from "vitest";
import { entriesOf, type SetPaths } from "../../src/paths/entries.ts";
import type { Mention, PathFacts } from "../../src/types.ts";
import { indexOf, listing, mentionOf, NO_FACTS } from "./path-context.ts";

function entries(mentions: readonly Mention[], files: readonly string[], facts: Partial<PathFacts> = {}): SetPaths {
  return entriesOf(indexOf({ mentions, externalUrlCount: 2 }), listing([...files, "INDEX.md"]), { ...NO_FACTS, ...facts });
}

const numbered = (count: number, over: (number: number) => Mention) => Array.from({ length: count }, (_, at) => over(at + 1));

describe("entriesOf", () => {
  it("joins all mentions of one target, the first listing mention's claims before later ones", () => {
    const { entries: found } = entries(
      [
        mentionOf("a.md", { role: "passing", claims: { owner: "nobody" } }),
        mentionOf("./a.md", { claims: { title: "A", description: "first" } }),
        mentionOf("a.md", { claims: { title: "Other", kind: "specification" } }),
      ],
      ["a.md"],
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ target: "./a.md", path: "a.md", title: "A", id: "INDEX.md:./a.md" });
    expect(found[0]?.claims).toEqual({ title: "A", description: "first", kind: "specification" });
    expect(found[0]?.mentions).toHaveLength(3);
  });

  it("makes no entry of passing mentions and of anchors in the index", () => {
    const { entries: found, passing } = entries([mentionOf("a.md", { role: "passing" }), mentionOf("#part")], ["a.md"]);
    expect(found).toEqual([]);
    expect(passing.map(({ mention }) => mention.target)).toEqual(["a.md", "#part"]);
  });

  it("counts URLs that lead out of the set", () => {
    expect(entries([mentionOf("https://example.org/"), mentionOf("a.md")], ["a.md"]).externalUrlCount).toBe(3);
  });

  it("is surer of a path the more of its neighbours are there; of a link it is always", () => {
    const path = (number: number) => mentionOf(`d${number}.md`, { notation: "path" });
    const certainty = (files: readonly string[]) => entries(numbered(4, path), files).entries.at(-1)?.first.certainty ?? 0;
    expect(certainty(["d1.md", "d2.md", "d3.md"])).toBeGreaterThan(certainty(["d1.md"]));
    expect(certainty(["d1.md"])).toBeGreaterThan(certainty([]));
    expect(entries([mentionOf("gone.md")], []).entries[0]?.first.certainty).toBeGreaterThanOrEqual(0.9);
  });

  it("drops tables of titles of which most lead nowhere, and keeps those that list documents", () => {
    const title = (number: number) => mentionOf(`Thing ${number}`, { notation: "title", listing: "table-1" });
    expect(entries(numbered(4, title), ["thing-1.md"]).entries).toEqual([]);
    expect(entries(numbered(4, title), ["thing-1.md", "thing-2.md", "thing-3.md"]).entries.map(({ path }) => path)).toEqual([
      "thing-1.md",
      "thing-2.md",
      "thing-3.md",
    ]);
  });

  it("drops drawings of other trees", () => {
    const line = (number: number) => mentionOf(`d${number}.md`, { notation: "path", listing: "drawing-1" });
    expect(entries(numbered(4, line), ["x.md"])).toMatchObject({ entries: [], passing: [] });
  });

  it("takes the code host's repository for this one where most of its URLs are here", () => {
    const url = (number: number) => mentionOf(`https://github.com/o/r/blob/main/d${number}.md`);
    expect(entries(numbered(3, url), ["d1.md", "d2.md"]).entries.map(({ path }) => path)).toEqual(["d1.md", "d2.md", null]);
    expect(entries(numbered(3, url), []).entries).toEqual([]);
  });

  it("finds a path by the label of a link elsewhere in the index", () => {
    const { entries: found } = entries(
      [mentionOf("SETUP.md", { notation: "path", role: "passing" }), mentionOf("setup-guide.md", { label: "SETUP.md" })],
      ["setup-guide.md"],
    );
    expect(found.map(({ path, mentions }) => [path, mentions.length])).toEqual([["setup-guide.md", 2]]);
  });

  it("keeps two entries apart that are missing at different places", () => {
    const { entries: found } = entries([mentionOf("x/a.md"), mentionOf("y/a.md"), mentionOf("./x/a.md")], ["b.md"]);
    expect(found.map(({ target, mentions }) => [target, mentions.length])).toEqual([
      ["x/a.md", 2],
      ["y/a.md", 1],
    ]);
  });
});
