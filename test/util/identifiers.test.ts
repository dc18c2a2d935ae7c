import { describe, expect, it } from "vitest";
import { identifiersOf, numberOf, numberOfName, numberOfPath } from "../../src/util/identifiers.ts";

/** `SERIES number`, `#number` for a bare one. */
const short = (identifier: { readonly series: string; readonly number: number } | null) =>
  identifier === null ? null : `${identifier.series}#${identifier.number}`;

describe("identifiersOf", () => {
  it("reads series and number however they are joined", () => {
    const texts = ["RFC 9110", "BOLT #3", "CIP-0027", "REQ-p00001", "NIP05", "AGET_CORE-001", "EIP-1559:", "SLIP-0020", "see BIP 39."];
    expect(texts.map((text) => identifiersOf(text).map(short))).toEqual([
      ["RFC#9110"],
      ["BOLT#3"],
      ["CIP#27"],
      ["REQ-P#1"],
      ["NIP#5"],
      ["AGET-CORE#1"],
      ["EIP#1559"],
      ["SLIP#20"],
      ["BIP#39"],
    ]);
  });

  it("keeps the text as written and gives several in order", () => {
    expect(identifiersOf("RFC 9110 obsoletes RFC 7231")).toEqual([
      { series: "RFC", number: 9110, text: "RFC 9110" },
      { series: "RFC", number: 7231, text: "RFC 7231" },
    ]);
  });

  it("takes no version, date, percentage, page or month for one", () => {
    const texts = [
      "version 2",
      "July 24, 2024",
      "Draft 2025-09-07",
      "about 50%",
      "page 12",
      "OAuth 2.0",
      "Python 3",
      "utf-8",
      "2nd",
      "in 5 minutes",
    ];
    expect(texts.map((text) => identifiersOf(text).map(short))).toEqual(texts.map(() => []));
  });
});

describe("numberOf", () => {
  it("reads a bare number in its usual dress", () => {
    expect(["27", "0027", "#3", "[12]", "(7)", "5.", "№ 4"].map((text) => short(numberOf(text)))).toEqual([
      "#27",
      "#27",
      "#3",
      "#12",
      "#7",
      "#5",
      "#4",
    ]);
  });

  it("reads the only identifier of a text", () => {
    expect(short(numberOf("HIP 7: Managing the process"))).toBe("HIP#7");
    expect(short(numberOf("CIP-27, also called CIP 27"))).toBe("CIP#27");
  });

  it("is none where several differ or there is no number", () => {
    expect(numberOf("RFC 9110 and RFC 9111")).toBeNull();
    expect(numberOf("Overview")).toBeNull();
    expect(numberOf("1.2")).toBeNull();
    expect(numberOf("")).toBeNull();
  });
});

describe("numberOfName", () => {
  it("reads a leading number and a series with its number", () => {
    const names = ["0012-node-discovery", "27", "cip-027", "BOLT02", "ics-009-loopback-client", "sec1_overview", "slip-0020"];
    expect(names.map((name) => short(numberOfName(name)))).toEqual(["#12", "#27", "CIP#27", "BOLT#2", "ICS#9", "SEC#1", "SLIP#20"]);
  });

  it("takes no date, version, decimal or hash for one", () => {
    for (const name of ["2024-05-17-notes", "20240517", "2107.03006", "v2-api", "sha256", "utf-8", "overview", ""]) {
      expect(numberOfName(name), name).toBeNull();
    }
  });
});

describe("numberOfPath", () => {
  it("reads the file's own number before its folder's", () => {
    expect(short(numberOfPath("spec/ics-026/0003-x.md"))).toBe("#3");
    expect(short(numberOfPath("rfcs/0012-node/"))).toBe("#12");
  });

  it("reads the folder's number for files named README, index and the like only", () => {
    expect(short(numberOfPath("ics-004-channel/README.md"))).toBe("ICS#4");
    expect(short(numberOfPath("slep006/proposal.rst"))).toBe("SLEP#6");
    expect(numberOfPath("ics-004-channel/notes.md")).toBeNull();
    expect(numberOfPath("README.md")).toBeNull();
  });
});
