import { describe, expect, it } from "vitest";
import { resolveMention } from "../../src/paths/resolve.ts";
import type { Mention, Resolution } from "../../src/types.ts";
import { type ContextSketch, contextOf, mentionOf } from "./path-context.ts";

const resolve = (target: string, context: ContextSketch, mention: Partial<Mention>): Resolution =>
  resolveMention(mentionOf(target, mention), contextOf(context));

describe("a bare name", () => {
  it("is the file of that name, with or without its extension, in another folder", () => {
    expect(resolve("intro", { files: ["guide/intro.md"] }, { notation: "name" })).toMatchObject({
      path: "guide/intro.md",
      step: "by-name",
    });
    expect(resolve("intro.rst", { files: ["guide/intro.rst"] }, { notation: "path" })).toMatchObject({ path: "guide/intro.rst" });
  });

  it("means the file below the index's folder where others have the name too", () => {
    expect(resolve("a.md", { files: ["docs/x/a.md", "y/a.md"], index: { path: "docs/INDEX.md" } }, { notation: "path" })).toMatchObject({
      path: "docs/x/a.md",
    });
  });

  it("means the file of the section's folder", () => {
    expect(resolve("a.md", { files: ["wire/a.md", "disk/a.md"] }, { notation: "path", sections: ["Wire"] })).toMatchObject({
      path: "wire/a.md",
    });
  });

  it("is not looked for by its section where hundreds have the name, so that each costs the same", () => {
    const files = Array.from({ length: 201 }, (_, at) => `s${at}/README.md`);
    expect(
      resolve("README.md", { files: files.slice(1), index: { path: "x/INDEX.md" } }, { notation: "path", sections: ["S7"] }),
    ).toMatchObject({
      path: "s7/README.md",
    });
    expect(resolve("README.md", { files, index: { path: "x/INDEX.md" } }, { notation: "path", sections: ["S7"] })).toMatchObject({
      state: "ambiguous",
    });
  });

  it("must end in all that is written", () => {
    expect(resolve("sea/tides.md", { files: ["specs/sea/tides.md", "old/tides.md"] }, { notation: "path" })).toMatchObject({
      path: "specs/sea/tides.md",
    });
    expect(resolve("sea/tides.md", { files: ["old/tides.md"] }, { notation: "path" })).toMatchObject({ state: "missing" });
  });

  it("is never one in packages or build output", () => {
    expect(resolve("tides.md", { files: ["node_modules/x/tides.md", "dist/tides.md"] }, { notation: "path" })).toMatchObject({
      state: "missing",
    });
  });

  it("that no file has is no path", () => {
    expect(resolve("gone", { files: ["a.md"] }, { notation: "name" })).toEqual({ state: "not-a-path" });
  });
});

describe("a row without a path", () => {
  const title = (text: string, files: readonly string[], mention: Partial<Mention> = {}) =>
    resolve(text, { files }, { notation: "title", ...mention });

  it("is the file that is named as it is titled", () => {
    expect(title("Tide tables", ["tide-tables.md"])).toMatchObject({ path: "tide-tables.md", step: "by-title" });
    expect(title("Tide Tables", ["Tide Tables.pdf"])).toMatchObject({ path: "Tide Tables.pdf", step: "by-title" });
    expect(title("Tide tables", ["tide_tables/README.md"])).toMatchObject({ path: "tide_tables/README.md", step: "by-title" });
  });

  it("is the one file or folder with its number, and of several the one with its words", () => {
    expect(title("007", ["007-contact/README.md", "008-lights/README.md"], { claims: { number: "007" } })).toMatchObject({
      path: "007-contact/README.md",
      step: "by-number",
    });
    const claims = { number: "12", title: "Tides" };
    expect(title("12", ["0012-tides.md", "0012-lights.md"], { claims })).toMatchObject({ path: "0012-tides.md" });
    expect(title("12", ["0012-storms.md", "0012-lights.md"], { claims })).toEqual({ state: "not-a-path" });
  });

  it("is no path where nothing fits", () => {
    expect(title("Nothing", ["a.md"])).toEqual({ state: "not-a-path" });
    expect(title("12", ["0013-tides.md"], { claims: { number: "12" } })).toEqual({ state: "not-a-path" });
  });
});
