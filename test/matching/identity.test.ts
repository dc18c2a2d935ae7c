import { describe, expect, it } from "vitest";
import { judgeIdentity } from "../../src/matching/identity.ts";
import type { Identity } from "../../src/types.ts";
import { checkedSet } from "../support/checked-set.ts";

interface Described {
  readonly path: string;
  readonly title: string;
  /** What stands there; default: the document of that title. */
  readonly holds?: string;
}

const SUBJECTS: Readonly<Record<string, string>> = {
  "Tide gauges":
    "The stilling well damps waves so that the float follows the tide. A gauge reads the float height every six seconds and averages it over a minute. Wells silt up and need flushing twice a year.",
  "Frame format":
    "A frame opens with a sync word, a length and a sequence number, and closes with a checksum of sixteen bits. Receivers drop frames whose checksum differs and ask for the missing sequence numbers.",
  "Key rotation":
    "Stations sign frames with a key that the registry issues. Keys rotate every ninety days; the old key stays valid for a week. A leaked key is revoked by its fingerprint.",
  "Alarm levels":
    "An alarm is raised when the surge passes a threshold for three minutes. Levels are watch, warning and danger; each has a hysteresis so that it does not flap.",
  "Battery budget":
    "The battery holds forty ampere hours. The modem draws most of it while it transmits, so that the budget allows one transmission each ten minutes in winter, when the panel gives little.",
  "Site survey":
    "Surveyors level the benchmark against two others and note cliffs, quays and moles nearby. The antenna wants a free horizon to the south.",
};
const RECIPE =
  "# Rhubarb crumble\n\nPreheat the oven. Chop the rhubarb and toss it with sugar and ginger in a buttered dish. Rub flour, oats and butter to crumbs, scatter them over the fruit and bake until golden. Serve with custard or cream while it is hot, and keep leftovers in the fridge for breakfast.\n";

function body(title: string): string {
  return title === "recipe" ? RECIPE : `# ${title}\n\n${SUBJECTS[title]}\n`;
}

function judge(listed: readonly Described[], unlisted: readonly { readonly path: string; readonly text: string }[] = []): Identity {
  const set = checkedSet({
    entries: listed.map(({ path, title }) => ({ target: path, title, claims: { title } })),
    documents: [...listed.map(({ path, title, holds }) => ({ path, text: body(holds ?? title) })), ...unlisted],
  });
  return judgeIdentity(set.entries, set.documents);
}

const RIGHT: readonly Described[] = [
  { path: "tide-gauges.md", title: "Tide gauges" },
  { path: "frame-format.md", title: "Frame format" },
  { path: "key-rotation.md", title: "Key rotation" },
  { path: "alarm-levels.md", title: "Alarm levels" },
  { path: "battery-budget.md", title: "Battery budget" },
  { path: "site-survey.md", title: "Site survey" },
];

function withContents(contents: Readonly<Record<string, string>>): Described[] {
  return RIGHT.map((one) => ({ ...one, holds: contents[one.path] ?? one.title }));
}

describe("judgeIdentity", () => {
  it("finds that right documents agree, and nothing permuted", () => {
    const { matches, permutations } = judge(RIGHT);
    expect(permutations).toEqual([]);
    expect([...matches.values()].every(({ logOdds, belonging }) => logOdds > 0 && belonging > 0)).toBe(true);
  });

  it("finds two documents in each other's place, as one permutation", () => {
    const { permutations } = judge(withContents({ "tide-gauges.md": "Frame format", "frame-format.md": "Tide gauges" }));
    expect(permutations).toHaveLength(1);
    expect(permutations[0]?.members.map(({ path, contentAt }) => `${path} <- ${contentAt}`)).toEqual([
      "tide-gauges.md <- frame-format.md",
      "frame-format.md <- tide-gauges.md",
    ]);
    expect(permutations[0]?.isNamedAsItStands).toBe(false);
  });

  it("finds a run shifted by one as one permutation of all its members", () => {
    const { permutations } = judge(
      withContents({
        "tide-gauges.md": "Frame format",
        "frame-format.md": "Key rotation",
        "key-rotation.md": "Alarm levels",
        "alarm-levels.md": "Tide gauges",
      }),
    );
    expect(permutations).toHaveLength(1);
    expect(permutations[0]?.members.map(({ path }) => path).sort()).toEqual([
      "alarm-levels.md",
      "frame-format.md",
      "key-rotation.md",
      "tide-gauges.md",
    ]);
  });

  it("tells exchanged rows from exchanged files by the files' names", () => {
    const rows = RIGHT.map((one) =>
      one.path === "tide-gauges.md"
        ? { ...one, title: "Frame format", holds: "Tide gauges" }
        : one.path === "frame-format.md"
          ? { ...one, title: "Tide gauges", holds: "Frame format" }
          : one,
    );
    expect(judge(rows).permutations[0]?.isNamedAsItStands).toBe(true);
  });

  it("finds that a document of another subject does not belong", () => {
    const match = judge(withContents({ "site-survey.md": "recipe" })).matches.get("site-survey.md");
    expect(match?.logOdds).toBeLessThan(-3);
    expect(match?.belonging).toBeLessThan(-2);
  });

  it("names the unlisted document that fits an entry better", () => {
    const { matches } = judge(withContents({ "site-survey.md": "recipe" }), [{ path: "old/survey.md", text: body("Site survey") }]);
    expect(matches.get("site-survey.md")?.better?.path).toBe("old/survey.md");
  });

  it("knows that a generic title and name say nothing", () => {
    const { matches } = judge([...RIGHT, { path: "intro.md", title: "Introduction", holds: "recipe" }]);
    expect(matches.get("intro.md")?.says).toBe(0);
  });

  it("leaves documents without text out", () => {
    const set = checkedSet({
      entries: [{ target: "a.bin", title: "A" }],
      documents: [{ path: "a.bin", bytes: new Uint8Array([0, 1, 2, 255]) }],
    });
    expect(judgeIdentity(set.entries, set.documents).matches.size).toBe(0);
  });

  it("is the same whatever the documents' order", () => {
    const set = checkedSet({
      entries: RIGHT.map(({ path, title }) => ({ target: path, title })),
      documents: RIGHT.map(({ path, title }) => ({ path, text: body(title) })),
    });
    const forwards = judgeIdentity(set.entries, set.documents);
    const backwards = judgeIdentity(set.entries, [...set.documents].reverse());
    expect(backwards).toEqual(forwards);
  });
});
