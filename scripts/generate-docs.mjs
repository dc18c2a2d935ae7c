/**
 * Writes the rules' pages, `docs/rules/`, from the rules themselves, from the labelled findings on real sets and from the figures of
 * `bench/faults`. `node scripts/generate-docs.mjs [--check]`: with `--check` it writes nothing and fails where a page is not what it would write.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shareText } from "../bench/interval.mjs";
import { loadSource } from "../train/load-source.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = `${ROOT}docs/rules/`;
const LABELS = `${ROOT}test/reference/real-sets.tsv`;
const FAULTS = `${ROOT}bench/faults/results.json`;

const { RULES } = await loadSource("rules/all.ts");
const labels = readLabels();
const faults = existsSync(FAULTS) ? JSON.parse(readFileSync(FAULTS, "utf8")) : { faults: {} };
const pages = new Map([["README.md", overview()], ...RULES.map((rule) => [`${rule.id}.md`, pageOf(rule)])]);

if (process.argv.includes("--check")) check();
else write();

/** Rows of the list of labelled findings: set, line, rule, severity, document, verdict (true or false), why. */
function readLabels() {
  if (!existsSync(LABELS)) return [];
  const [, ...rows] = readFileSync(LABELS, "utf8").trimEnd().split("\n");
  return rows
    .map((row) => row.split("\t"))
    .map(([set, line, rule, severity, path, verdict, why]) => ({ set, line, rule, severity, path, verdict, why }));
}

function overview() {
  const rows = RULES.map(
    ({ id, group, severity, isPreview, summary }) =>
      `| [${id}](${id}.md) | ${group} | ${severity}${isPreview ? ", preview" : ""} | ${summary} |`,
  );
  return `# Rules\n\nGenerated from the rules by \`node scripts/generate-docs.mjs\`. \`seedcheck explain RULE\` prints the same.\n\n| rule | group | severity | what it says |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function pageOf(rule) {
  const preview = rule.isPreview ? "It is a preview: at most a warning until its precision is measured.\n\n" : "";
  return `# ${rule.id}

${rule.summary}

| group | severity | asked of |
| --- | --- | --- |
| ${rule.group} | ${rule.severity} | ${rule.scope === "set" ? "the set" : `every ${rule.scope}`} |

${preview}## Why it matters

${rule.why}

## What to do

${rule.help}

## Measured

${measured(rule.id)}
`;
}

/** Precision on the labelled findings of real sets, and recall on faults planted in copies of them. */
function measured(id) {
  const own = labels.filter(({ rule, severity }) => rule === id && severity !== "info");
  const right = own.filter(({ verdict }) => verdict === "true").length;
  const precision =
    own.length === 0
      ? "No error or warning of it on the untouched real sets."
      : `Of its errors and warnings on untouched real sets, ${shareText(right, own.length)} are true (\`test/reference/real-sets.tsv\`).`;
  const planted = Object.entries(faults.faults).filter(([, { rules }]) => rules.includes(id));
  const recall = planted.map(([name, { planted: all, caught, rules }]) => `| ${name} | ${shareText(caught, all)} | ${rules.join(", ")} |`);
  if (recall.length === 0) return precision;
  return `${precision}\n\nFaults planted in copies of ${faults.sets} real sets (${faults.documents} documents), the identity models trained without the set's repository (\`bench/faults\`). A fault is caught by any of the rules that fit it.\n\n| fault | caught | rules that fit |\n| --- | --- | --- |\n${recall.join("\n")}`;
}

function write() {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (!pages.has(name)) rmSync(FOLDER + name);
  for (const [name, text] of pages) writeFileSync(FOLDER + name, text);
}

function check() {
  const present = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const stale = [...pages]
    .filter(([name, text]) => !present.includes(name) || readFileSync(FOLDER + name, "utf8") !== text)
    .map(([name]) => name);
  const left = present.filter((name) => !pages.has(name));
  if (stale.length + left.length === 0) return;
  console.log(`docs/rules is not what the rules say: ${[...stale, ...left].join(", ")}. Run: npm run docs`);
  process.exitCode = 1;
}
