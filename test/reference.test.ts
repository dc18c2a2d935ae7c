/**
 * Findings on real public sets against a list of verdicts that was made by hand (`test/reference/real-sets.tsv`). The sets are third-party and stand
 * beside the repository, in `../shared/sets`; where they are not, these tests are skipped. What no finding names is in `test/reference/known-misses.md`.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { COLUMNS, isToBeJudged, keyOfFinding, keyOfLabel, readLabelList } from "./reference/labels.ts";
import { hasRealSets, isReportFold, type MeasuredSet, measureSet, realSetNames } from "./reference/measure-set.ts";

/** Lowest shares that are true. Measured 2026-11: 13 of 13 errors, 104 of 172 warnings (43 of the false ones are one rule on the archive of one set). */
const PRECISION = { error: 0.9, warning: 0.6 } as const;
/** Of the eleven known faults of these sets ten have the right target first; one right target is not in its copy. */
const FIRST_SUGGESTIONS = 10;
/** Measured 2026-11: 1,292 of 1,294. */
const COVERAGE = 0.99;
const TIME_LIMIT_MS = 60_000;

const { head, lines, labels } = readLabelList();

describe("the list of labelled findings", () => {
  it("has its seven columns in every row, and a verdict with a reason", () => {
    expect(head).toBe(COLUMNS.join("\t"));
    expect(lines.filter((line) => line.split("\t").length !== COLUMNS.length)).toEqual([]);
    expect(labels.filter(({ verdict, why }) => !/^(?:true|false)$/.test(verdict) || why.trim() === "")).toEqual([]);
  });

  it("is sorted, so that two changes of it can be joined", () => {
    expect(lines).toEqual([...lines].sort());
  });

  it("holds no set that is kept for reporting", () => {
    expect(labels.map(({ set }) => set).filter(isReportFold)).toEqual([]);
  });

  it.each(["error", "warning"] as const)("holds true findings to at least the floor among those of severity %s", (severity) => {
    const own = labels.filter((label) => label.severity === severity);
    const right = own.filter(({ verdict }) => verdict === "true");
    expect(own.length).toBeGreaterThan(0);
    expect(right.length / own.length).toBeGreaterThanOrEqual(PRECISION[severity]);
  });

  it("holds no target that is called absent for a reason and is truly missing", () => {
    expect(labels.filter(({ severity, verdict }) => severity === "info" && verdict === "true")).toEqual([]);
  });
});

describe.skipIf(!hasRealSets())("the real sets (skipped where ../shared/sets is not there)", () => {
  const measured: MeasuredSet[] = [];
  beforeAll(async () => {
    for (const name of realSetNames()) measured.push(await measureSet(name));
  }, TIME_LIMIT_MS);

  function judgedKeys(): string[] {
    return measured.flatMap(({ name, findings }) => findings.filter(isToBeJudged).map((finding) => keyOfFinding(name, finding)));
  }

  it("are all measured but those that are kept for reporting", () => {
    expect(measured.length).toBeGreaterThanOrEqual(50);
    expect(measured.map(({ name }) => name).filter(isReportFold)).toEqual([]);
  });

  it("lose no error that was judged true", () => {
    const found = new Set(judgedKeys());
    const trueErrors = labels.filter(({ severity, verdict }) => severity === "error" && verdict === "true").map(keyOfLabel);
    expect(trueErrors.filter((key) => !found.has(key))).toEqual([]);
  });

  it("have no error, warning or excused target that nobody has judged", () => {
    const judged = new Set(labels.map(keyOfLabel));
    expect(judgedKeys().filter((key) => !judged.has(key))).toEqual([]);
  });

  it("have every finding of the list, so that what is measured by the list holds", () => {
    expect(judgedKeys().sort()).toEqual(labels.map(keyOfLabel).sort());
  });

  it("have every known fault found", () => {
    const truths = measured.flatMap((set) => set.truths);
    expect(truths.length).toBeGreaterThanOrEqual(11);
    expect(truths.filter(({ isFound }) => !isFound).map(({ name }) => name)).toEqual([]);
  });

  it("have the right target suggested first for the known faults, but for one", () => {
    const first = measured.flatMap(({ truths }) => truths).filter(({ isFirst }) => isFirst);
    expect(first.length).toBeGreaterThanOrEqual(FIRST_SUGGESTIONS);
  });

  it("have the targets that a plain search resolves led to from the same line", () => {
    const targets = measured.reduce((sum, { targetCount }) => sum + targetCount, 0);
    const missed = measured.flatMap(({ name, uncovered }) => uncovered.map((target) => `${name}:${target}`));
    expect(targets).toBeGreaterThan(1_200);
    expect(1 - missed.length / targets, missed.join("\n")).toBeGreaterThanOrEqual(COVERAGE);
  });
});
