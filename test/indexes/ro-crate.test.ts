import { describe, expect, it } from "vitest";
import { roCrate } from "../../src/indexes/ro-crate.ts";
import { indexFaults } from "./index-faults.ts";

const SHA256 = "6d7ebc44c5bc26207e62f4f628f912e1a0f41ed11764891aa7dd99eab83228e7";
const CRATE = JSON.stringify(
  {
    "@context": "https://w3id.org/ro/crate/1.1/context",
    "@graph": [
      { "@id": "ro-crate-metadata.json", "@type": "CreativeWork", about: { "@id": "./" } },
      { "@id": "./", "@type": "Dataset", name: "Tides", hasPart: [{ "@id": "data/h.csv" }] },
      {
        "@id": "data/h.csv",
        "@type": ["File", "Thing"],
        name: "Heights",
        description: "Hourly",
        contentSize: "27",
        sha256: SHA256,
        dateModified: "2026-01-02",
        encodingFormat: "text/csv",
      },
      { "@id": "with%20space/", "@type": "Dataset", name: "More" },
      { "@id": "https://data.example/x.csv", "@type": "File", name: "Web" },
      { "@id": "#ada", "@type": "Person", name: "Ada" },
    ],
  },
  null,
  2,
);

describe("roCrate", () => {
  it("reads files and folders of the graph, and neither the crate, its descriptor nor people", async () => {
    const parsed = await roCrate.parse(CRATE, "ro-crate-metadata.json");
    expect(parsed.mentions.map(({ target, claims, place }) => [target, claims, place.line])).toEqual([
      [
        "data/h.csv",
        {
          title: "Heights",
          description: "Hourly",
          size: { value: 27, unit: "byte" },
          date: "2026-01-02",
          checksum: { algorithm: "sha256", value: SHA256 },
        },
        22,
      ],
      ["with%20space/", { title: "More" }, 35],
    ]);
    expect(parsed.externalUrlCount).toBe(1);
    expect(indexFaults(CRATE, parsed)).toEqual([]);
  });

  it("finds nothing, and tells why, in what is no crate", async () => {
    expect((await roCrate.parse("[1, 2]", "ro-crate-metadata.json")).mentions).toEqual([]);
    expect((await roCrate.parse('{"@graph": [', "ro-crate-metadata.json")).problems.length).toBeGreaterThan(0);
    expect(roCrate.isForm("x/ro-crate-metadata.json", "")).toBe(true);
    expect(roCrate.isForm("ro-crate-preview.html", "")).toBe(false);
  });
});
