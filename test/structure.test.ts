/** The layout of DESIGN.md section 3, held: who may import whom, what is pure, and that every file of a listed folder is listed. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = new URL("../src/", import.meta.url);

/** Layers from left to right; a file may import from its own place and anything further left. Folders of layer 1 never import one another. */
const LAYERS: readonly (readonly string[])[] = [
  ["types.ts", "errors.ts", "util"],
  ["indexes", "matching", "paths", "readers", "signals", "rules", "reporters", "fixes.ts", "lock.ts", "history.ts", "config.ts"],
  ["engine"],
  ["check.ts"],
  ["session.ts", "inspect.ts"],
  ["index.ts", "cli", "servers"],
];
const PURE = ["indexes", "matching", "paths", "readers", "signals", "rules", "reporters", "util"];
/** Modules whose names suggest the disk, the network, the clock or the console, and the globals that are them. */
const IMPURE =
  /from "node:(?!path"|crypto"|buffer"|util"|string_decoder"|zlib")|\b(?:process\.|console\.|Date\.now|new Date\(\)|Math\.random|fetch\()/;

function sources(folder = ""): string[] {
  return readdirSync(new URL(folder, SRC), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return sources(`${path}/`);
    return path.endsWith(".ts") ? [path] : [];
  });
}

function text(path: string): string {
  return readFileSync(new URL(path, SRC), "utf8");
}

/** The source without comments, so that a sentence about the console is no use of it. */
function code(path: string): string {
  return text(path)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
}

function imports(path: string): string[] {
  return [...text(path).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) =>
    posix.normalize(posix.join(posix.dirname(path), match[1] ?? "")),
  );
}

function layerOf(path: string): number {
  const place = path.split("/")[0] ?? "";
  return LAYERS.findIndex((layer) => layer.includes(place));
}

function mayImport(from: string, to: string): boolean {
  if (to.startsWith("../models/")) return /^(?:matching|signals|util)\//.test(from);
  if (to.startsWith("..")) return to === "../package.json" && from.startsWith("engine/");
  const [left, right] = [layerOf(to), layerOf(from)];
  if (left < 0 || right < 0) return false;
  return left < right || (left === right && (left !== 1 || from.split("/")[0] === to.split("/")[0]));
}

describe("the layout of src", () => {
  it("has a layer for every file", () => {
    expect(sources().filter((path) => layerOf(path) < 0)).toEqual([]);
  });

  it("imports leftwards only, and never from one leaf folder into another", () => {
    const wrong = sources().flatMap((from) => imports(from).flatMap((to) => (mayImport(from, to) ? [] : [`${from} -> ${to}`])));
    expect(wrong).toEqual([]);
  });

  it("keeps disk, clock, network, randomness and console out of the pure folders", () => {
    const pure = sources().filter((path) => PURE.includes(path.split("/")[0] ?? ""));
    expect(pure.filter((path) => IMPURE.test(code(path)))).toEqual([]);
  });

  it("touches the process and its streams in the command and the servers only, but for the default of the current directory", () => {
    const others = sources().filter((path) => !/^(?:cli|servers)\//.test(path) && path !== "check.ts");
    expect(others.filter((path) => /\bprocess\.(?!platform\b)|\bconsole\./.test(code(path)))).toEqual([]);
    expect(code("check.ts").match(/\bprocess\.\w+/g)).toEqual(["process.cwd"]);
  });

  it("shows the flow in at most 150 lines", () => {
    expect(text("check.ts").split("\n").length - 1).toBeLessThanOrEqual(150);
  });

  it("has no file over 450 lines but tables of data and the types", () => {
    const long = sources().filter((path) => text(path).split("\n").length > 450);
    expect(long.filter((path) => !/(?:phrases|patterns|types)\.ts$/.test(path))).toEqual([]);
  });
});

describe.each(["indexes", "rules", "reporters"])("the list of %s", (folder) => {
  const files = readdirSync(new URL(folder, SRC)).filter((name) => name.endsWith(".ts") && name !== "all.ts");
  const listed = [...text(`${folder}/all.ts`).matchAll(/from "\.\/([^"]+)"/g)].map((match) => match[1] ?? "");

  it("names every file of the folder", () => {
    expect(files.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it("is sorted", () => {
    expect(listed).toEqual([...listed].sort());
  });
});
