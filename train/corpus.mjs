/** The labelled texts that models are trained on and measured with: `../shared/corpus`, where it stands beside the repository. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const CORPUS = fileURLToPath(new URL("../../shared/corpus/", import.meta.url));

/** Whether the corpus is there. */
export function hasCorpus() {
  return existsSync(`${CORPUS}open.jsonl.gz`);
}

/** All rows in the files' order, each with `isReportFold`: those are read once, to report, never to train or tune. */
export function readCorpus() {
  return ["open.jsonl.gz", "web-fixtures.jsonl.gz"].flatMap((file) =>
    gunzipSync(readFileSync(`${CORPUS}${file}`))
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
      .map((row) => ({ ...row, isReportFold: isReportFold(row.source) })),
  );
}

/** A source belongs to the report fold where its name's SHA-256 begins with 0, 1 or 2. */
export function isReportFold(source) {
  return "012".includes(createHash("sha256").update(source).digest("hex")[0]);
}
