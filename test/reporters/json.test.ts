import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { json } from "../../src/reporters/json.ts";
import type { Report, ReportOptions } from "../../src/types.ts";
import { findingOf, reportOf } from "./sample-report.ts";

const OPTIONS: ReportOptions = { width: 80, isColour: false, isPlain: true, quiet: false, indexLines: new Map() };
const SCHEMA = JSON.parse(readFileSync(new URL("../../src/reporters/report.schema.json", import.meta.url), "utf8"));

const validate: ValidateFunction = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(SCHEMA);

function faultsOf(value: unknown): string[] {
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every object of a value, with the path to it. */
function objectsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, child]) => objectsOf(child, [...path, key]));
  return Array.isArray(value) ? below : [[...path], ...below];
}

/** A copy of a value with one more field in the object at a path. */
function withExtra(value: unknown, path: readonly string[]): unknown {
  const copy = structuredClone(value);
  const target = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  (target as Record<string, unknown>).unheardOf = 1;
  return copy;
}

/** Places of a schema's properties without a description, their own or of what they refer to. */
function undescribed(schema: unknown, path = "#"): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const properties = (schema as { properties?: Record<string, { description?: string; $ref?: string }> }).properties ?? {};
  const bare = Object.entries(properties).filter(([, property]) => {
    const referred = property.$ref === undefined ? property : SCHEMA.$defs[property.$ref.replace("#/$defs/", "")];
    return typeof (property.description ?? referred?.description) !== "string";
  });
  return [
    ...bare.map(([name]) => `${path}/${name}`),
    ...Object.entries(schema).flatMap(([key, child]) => undescribed(child, `${path}/${key}`)),
  ];
}

describe("the report for programs", () => {
  it("is the report, and ends with a line end", () => {
    const text = json.render(reportOf(), OPTIONS);
    expect(JSON.parse(text)).toEqual(reportOf());
    expect(text).toMatch(/^\{\n {2}"schemaVersion": 1,\n[\s\S]*\n\}\n$/);
  });

  it("holds everything, quiet or not", () => {
    expect(json.render(reportOf(), { ...OPTIONS, quiet: true })).toBe(json.render(reportOf(), OPTIONS));
  });

  it("shows no control or invisible character when it is sent to a terminal", () => {
    expect(json.render(reportOf(), OPTIONS).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
  });

  it("is one object with all reports where there are several", () => {
    const reports = [reportOf(), reportOf({ root: "../b" })];
    const value = JSON.parse(json.renderSeveral(reports.map((report) => ({ report, options: OPTIONS }))));
    expect(value).toEqual({ schemaVersion: 1, reports });
    expect(faultsOf(value)).toEqual([]);
  });
});

describe("the report's schema", () => {
  const full = reportOf();
  const empty = reportOf({ index: null, indexes: [], entries: [], documents: [], findings: [], skips: [], verdict: "ready" });

  it("accepts reports with every field in use, and with none", () => {
    expect([faultsOf(full), faultsOf(empty)]).toEqual([[], []]);
  });

  it("refuses a field that it does not know, in every object of a report", () => {
    const paths = objectsOf(full);
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => faultsOf(withExtra(full, path)).length === 0)).toEqual([]);
  });

  it.each<[string, (report: Report) => unknown]>([
    ["another version", (report) => ({ ...report, schemaVersion: 2 })],
    ["a verdict of another name", (report) => ({ ...report, verdict: "fine" })],
    ["a missing summary", ({ summary: _, ...report }) => report],
    ["a confidence over 1", (report) => ({ ...report, findings: [findingOf({ confidence: 1.5 })] })],
    ["a line 0", (report) => ({ ...report, findings: [findingOf({ line: 0 })] })],
    ["a severity of another name", (report) => ({ ...report, findings: [{ ...findingOf(), severity: "fatal" }] })],
    ["a digest that is none", (report) => ({ ...report, documents: report.documents.map((document) => ({ ...document, sha256: "x" })) })],
    ["an entry without a verdict", (report) => ({ ...report, entries: report.entries.map(({ verdict: _, ...entry }) => entry) })],
    ["a list of one report", (report) => ({ schemaVersion: 1, reports: [report] })],
  ])("refuses %s", (_name, change) => {
    expect(faultsOf(change(full)).length).toBeGreaterThan(0);
  });

  it("describes every field", () => {
    expect(undescribed(SCHEMA)).toEqual([]);
  });

  it("says that changes within a version are additive", () => {
    expect(SCHEMA.description).toContain("Within a schemaVersion changes are additive only");
  });
});
