import { describe, expect, it } from "vitest";
import { compareVersions, numbersOf, versionNameOf } from "../../src/util/version-names.ts";

describe("the version that a file's name tells", () => {
  it.each([
    ["specs/tide-v2.md", "specs/tide.md", "number", [2]],
    ["specs/tide_v1.10.md", "specs/tide.md", "number", [1, 10]],
    ["specs/TIDE-1.2.0.md", "specs/tide.md", "number", [1, 2, 0]],
    ["draft-tides-gauge-03.txt", "draft-tides-gauge.txt", "number", [3]],
    ["tide-draft-4.md", "tide.md", "number", [4]],
    ["tide-2024-01.md", "tide.md", "date", [2024, 1]],
    ["2025-02-09_tide.md", "tide.md", "date", [2025, 2, 9]],
    ["specs/tide.md", "specs/tide.md", "none", []],
    ["specs/tide-2.md", "specs/tide-2.md", "none", []],
    ["rfc9110.txt", "rfc9110.txt", "none", []],
  ])("%s", (path, key, sort, numbers) => {
    expect(versionNameOf(path)).toMatchObject({ key, sort, numbers, isMarkedOld: false });
  });

  it.each([
    ["specs/archive/tide.md", "specs/tide.md"],
    ["specs/tide-old.md", "specs/tide.md"],
    ["deprecated/tide.md", "tide.md"],
    ["tide.bak.md", "tide.md"],
  ])("is marked old in %s", (path, key) => {
    expect(versionNameOf(path)).toMatchObject({ key, sort: "none", isMarkedOld: true });
  });
});

describe("versions", () => {
  it("are compared number by number", () => {
    expect(compareVersions([1, 9], [1, 10])).toBeLessThan(0);
    expect(compareVersions([2], [1, 10])).toBeGreaterThan(0);
    expect(compareVersions([1], [1, 0])).toBe(0);
  });

  it("are read as people write them", () => {
    expect(numbersOf("v1.2")).toEqual([1, 2]);
    expect(numbersOf("Version 3")).toEqual([3]);
    expect(numbersOf("2024-03-09")).toEqual([2024, 3, 9]);
    expect(numbersOf("the second")).toEqual([]);
  });
});
