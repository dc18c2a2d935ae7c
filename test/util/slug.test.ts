import { describe, expect, it } from "vitest";
import { slugOf, slugsOf } from "../../src/util/slug.ts";

describe("slugOf", () => {
  it("writes small, drops punctuation and turns each blank into a hyphen", () => {
    expect(slugOf("Getting Started: the 1st (short) guide!")).toBe("getting-started-the-1st-short-guide");
    expect(slugOf("  A & B  ")).toBe("a--b");
    expect(slugOf("snake_case and kebab-case")).toBe("snake_case-and-kebab-case");
    expect(slugOf("v1.2.3 / C++")).toBe("v123--c");
  });

  it("keeps letters of every script and drops emoji", () => {
    expect(slugOf("Überblick — 概要 и обзор")).toBe("überblick--概要-и-обзор");
    expect(slugOf("🚀 Launch")).toBe("-launch");
  });
});

describe("slugsOf", () => {
  it("numbers headings that repeat", () => {
    expect(slugsOf(["Notes", "Other", "notes", "Notes!"])).toEqual(["notes", "other", "notes-1", "notes-2"]);
  });

  it("skips a number that another heading has taken", () => {
    expect(slugsOf(["a", "a-1", "a", "a"])).toEqual(["a", "a-1", "a-2", "a-3"]);
    expect(slugsOf(["a", "a", "a-1"])).toEqual(["a", "a-1", "a-1-1"]);
  });

  it("gives every heading an anchor of its own", () => {
    const headings = ["a", "a", "a-1", "a-1", "a", "b", "a-2", "a 1", ""];
    expect(new Set(slugsOf(headings)).size).toBe(headings.length);
  });
});
