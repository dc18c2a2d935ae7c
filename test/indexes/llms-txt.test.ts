import { describe, expect, it } from "vitest";
import { indexFormOf } from "../../src/indexes/all.ts";
import { llmsTxt } from "../../src/indexes/llms-txt.ts";
import { indexFaults, listedTargets } from "./index-faults.ts";

const TEXT = `# Kiln

> A library for kilns. Read [the overview](overview.md) first.

It has no dependencies, and \`config.md\` says how it is set.

## Docs

- [Quick start](https://kiln.example/docs/quick-start.md): how to fire a first pot
- [API](docs/api.md): every call
- [Glazes](docs/glazes.md)

## Optional

- [History](docs/history.md): not needed for work
`;

describe("llmsTxt", () => {
  it("is the form of llms.txt and its variants in any folder, and of no other text", () => {
    for (const path of ["llms.txt", "docs/llms.txt", "llms-full.txt", "LLMS.TXT"])
      expect(indexFormOf(path, "").form, path).toBe("llms-txt");
    expect(llmsTxt.isForm("my-llms.txt", "")).toBe(false);
    expect(llmsTxt.isForm("llms.txt.md", "")).toBe(false);
  });

  it("lists the links of its sections with title and notes, in their order", async () => {
    const parsed = await llmsTxt.parse(TEXT, "llms.txt");
    expect(listedTargets(parsed)).toEqual([
      ...["https://kiln.example/docs/quick-start.md", "docs/api.md", "docs/glazes.md", "docs/history.md"],
    ]);
    expect(parsed.mentions.filter(({ role }) => role === "listing").map(({ claims }) => claims)).toEqual([
      { title: "Quick start", description: "how to fire a first pot" },
      { title: "API", description: "every call" },
      { title: "Glazes" },
      { title: "History", description: "not needed for work" },
    ]);
    expect(indexFaults(TEXT, parsed)).toEqual([]);
  });

  it("says which section an entry stands in, so that the optional ones can be told", async () => {
    const { mentions } = await llmsTxt.parse(TEXT, "llms.txt");
    expect(mentions.filter(({ sections }) => sections.at(-1) === "Optional").map(({ target }) => target)).toEqual(["docs/history.md"]);
  });

  it("takes links and paths of the summary and the details as mentions in passing", async () => {
    const { mentions } = await llmsTxt.parse(TEXT, "llms.txt");
    expect(mentions.filter(({ role }) => role === "passing").map(({ target, notation }) => [target, notation])).toEqual([
      ["overview.md", "link"],
      ["config.md", "path"],
    ]);
  });
});
