/**
 * Measures the readers of office files, books and RTF: words found (F1 over the words of a file, as a bag) against pandoc's reading, or against LibreOffice's,
 * the source's own words where neither reads the format; MB of the file a second of processor time; and signals of faults that the file shows and its
 * Markdown source does not, which are false. Ordered lists are
 * written with `-`, so that their numbers are missing. `node bench/readers.mjs [--each 8] [--list] [--only FORMAT]`. Needs pandoc; LibreOffice where it is there. The files are
 * made in a temporary folder of Markdown files of `../shared/sets` outside the report fold (`--each` of them), spreadsheets of their tables.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadSource } from "../train/load-source.mjs";

const SETS = fileURLToPath(new URL("../../shared/sets", import.meta.url));
const { values: options } = parseArgs({
  options: { list: { type: "boolean", default: false }, each: { type: "string", default: "8" }, only: { type: "string" } },
});
const { readAnyDocument } = await loadSource("readers/read-any-document.ts");
const { measureSignals } = await loadSource("signals/measure.ts");
const WORK = mkdtempSync(join(tmpdir(), "seedcheck-readers-"));
process.on("exit", () => rmSync(WORK, { recursive: true, force: true }));

/** By group: what LibreOffice makes it of (an extension of the same folder), or nothing where pandoc makes it; and who says what its words are. */
const GROUPS = {
  "docx by pandoc": { extension: "docx", reference: "pandoc" },
  "docx by LibreOffice": { extension: "docx", from: "odt", reference: "pandoc" },
  "odt by pandoc": { extension: "odt", reference: "pandoc" },
  "odt by LibreOffice": { extension: "odt", from: "docx", reference: "pandoc" },
  "fodt by LibreOffice": { extension: "fodt", from: "docx", reference: "pandoc of odt" },
  "epub by pandoc": { extension: "epub", reference: "pandoc" },
  "rtf by pandoc": { extension: "rtf", reference: "LibreOffice" },
  "rtf by LibreOffice": { extension: "rtf", from: "docx", reference: "LibreOffice" },
  "pptx by pandoc": { extension: "pptx", reference: "source" },
  "pptx by LibreOffice": { extension: "pptx", from: "odp", reference: "source" },
  "odp by LibreOffice": { extension: "odp", from: "pptx", reference: "source" },
  "xlsx by LibreOffice": { extension: "xlsx", from: "csv", reference: "csv" },
  "ods by LibreOffice": { extension: "ods", from: "csv", reference: "csv" },
};
const PANDOC_WRITES = ["docx", "odt", "epub", "rtf", "pptx"];

function found(folder, extension) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isReportFold(set) {
  return /^[012]/.test(createHash("sha256").update(set).digest("hex"));
}

/** Markdown files of middling length, one a set in turn, so that no set outweighs the others. */
function markdownFiles(count) {
  const sets = existsSync(SETS) ? readdirSync(SETS).filter((name) => !isReportFold(name) && !name.includes("@")) : [];
  const files = sets.flatMap((set) => {
    const fitting = found(join(SETS, set, "root"), ".md").filter((path) => {
      const { length } = readFileSync(path);
      return length > 6000 && length < 80_000;
    });
    return fitting.length === 0 ? [] : [fitting[Math.floor(fitting.length / 2)]];
  });
  return files.slice(0, count);
}

function run(command, args) {
  return (
    spawnSync(command, args, { encoding: "utf8", timeout: 240_000, maxBuffer: 1 << 28, env: { ...process.env, HOME: WORK } }).stdout ?? ""
  );
}

/** Converts all files at once: LibreOffice needs seconds to start. */
function convert(files, extension, folder) {
  if (files.length > 0) run("soffice", ["--headless", "--convert-to", extension, "--outdir", folder, ...files]);
}

/** The tables of a Markdown file as CSV. */
function csvOf(markdown) {
  const rows = markdown.split("\n").filter((line) => /^\|.*\|\s*$/.test(line) && !/^[|:\s-]+$/.test(line));
  return rows
    .map((row) =>
      row
        .replace(/^\||\|\s*$/g, "")
        .split("|")
        .map((cell) => `"${cell.trim().replaceAll('"', '""')}"`)
        .join(","),
    )
    .join("\n");
}

/** Makes the files of every group; gives their paths by group, in the order of the sources, and null where one could not be made. */
function makeFiles(sources) {
  const folder = (name) => join(WORK, name.replaceAll(" ", "-"));
  for (const name of ["pandoc", "csv", ...Object.keys(GROUPS)]) mkdirSync(folder(name), { recursive: true });
  sources.forEach((source, at) => {
    for (const extension of PANDOC_WRITES)
      run("pandoc", [source, "-f", "gfm", "-s", "--metadata", "title=Document", "-o", join(folder("pandoc"), `${at}.${extension}`)]);
    const csv = csvOf(readFileSync(source, "utf8"));
    if (csv !== "") writeFileSync(join(folder("csv"), `${at}.csv`), csv);
  });
  convert(found(folder("pandoc"), ".pptx"), "odp", folder("pandoc"));
  for (const [name, { extension, from }] of Object.entries(GROUPS)) {
    if (from !== undefined && isWanted(name))
      convert(found(from === "csv" ? folder("csv") : folder("pandoc"), `.${from}`), extension, folder(name));
  }
  const place = (name) => (GROUPS[name].from === undefined ? folder("pandoc") : folder(name));
  return Object.fromEntries(
    Object.keys(GROUPS).map((name) => [
      name,
      sources.map((_, at) => join(place(name), `${at}.${GROUPS[name].extension}`)).map((path) => (existsSync(path) ? path : null)),
    ]),
  );
}

function isWanted(name) {
  return options.only === undefined || name.startsWith(options.only);
}

/** What the reference says that stands in a file. */
function referenceOf(path, source, { reference }) {
  if (reference === "pandoc") return run("pandoc", [path, "-t", "plain", "--wrap=none"]);
  if (reference === "pandoc of odt") return run("pandoc", [path.replaceAll("fodt", "odt"), "-t", "plain", "--wrap=none"]);
  if (reference === "source") return run("pandoc", [source, "-f", "gfm", "-t", "plain", "--wrap=none"]);
  if (reference === "csv") return csvOf(readFileSync(source, "utf8"));
  run("soffice", ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", WORK, path]);
  return readFileSync(join(WORK, basename(path).replace(/\.\w+$/, ".txt")), "utf8");
}

function wordsOf(text) {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words that both have, and how many each has. */
function compare(ours, theirs) {
  const counts = new Map();
  for (const word of theirs) counts.set(word, (counts.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of ours) {
    const left = counts.get(word) ?? 0;
    if (left > 0) both++;
    counts.set(word, left - 1);
  }
  return {
    both,
    ours: ours.length,
    theirs: theirs.length,
    missing: [...counts].filter(([, left]) => left > 0).map(([word, left]) => `${word}:${left}`),
  };
}

function f1({ both, ours, theirs }) {
  return ours + theirs === 0 ? 1 : (2 * both) / (ours + theirs);
}

/** Names of the signals of faults that a document shows. */
function faultsOf(document) {
  const signals = measureSignals(document.markup === undefined ? document : { ...document, type: document.markup });
  const { errorPage, placeholder, garbled, redirect, conflictMarkers, residue, hiddenText, completeness, passage } = signals;
  const lines = {
    residue: residue?.lines.length ?? 0,
    hidden: hiddenText.length,
    conflict: conflictMarkers?.length ?? 0,
    cut: (completeness?.logOdds ?? 0) > 3 ? 1 : 0,
  };
  const single = Object.entries({ errorPage, placeholder, garbled, redirect, passage }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return [...single.map(([name]) => name), ...Object.entries(lines).flatMap(([name, count]) => (count > 0 ? [name] : []))];
}

async function measure(path, source, group) {
  const bytes = readFileSync(path);
  const before = process.cpuUsage();
  const read = await readAnyDocument(path, bytes);
  const { user, system } = process.cpuUsage(before);
  const known = faultsOf(await readAnyDocument("source.md", readFileSync(source)));
  return {
    path,
    source,
    bytes: bytes.length,
    ms: (user + system) / 1000,
    problems: read.problems,
    falseSignals: group.reference === "csv" ? [] : faultsOf(read).filter((fault) => !known.includes(fault)),
    ...compare(wordsOf(read.text ?? ""), wordsOf(referenceOf(path, source, group))),
  };
}

function sum(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0);
}

function show(name, rows) {
  if (rows.length === 0) return;
  const total = { both: sum(rows, "both"), ours: sum(rows, "ours"), theirs: sum(rows, "theirs") };
  const lowest = rows.reduce((least, row) => (f1(row) < f1(least) ? row : least));
  const speed = (sum(rows, "bytes") / 1e6 / (sum(rows, "ms") / 1000)).toFixed(1);
  const signals = rows.flatMap((row) => row.falseSignals);
  console.log(
    `${name.padEnd(20)} ${String(rows.length).padStart(3)} files ${String(total.theirs).padStart(7)} words  F1 ${f1(total).toFixed(4)}  lowest ${f1(lowest).toFixed(4)}  ${speed.padStart(5)} MB/s  problems ${rows.filter((row) => row.problems.length > 0).length}  false signals ${signals.length} ${[...new Set(signals)].join(" ")}`,
  );
  if (options.list)
    for (const row of rows)
      console.log(
        `  ${f1(row).toFixed(4)} ${basename(row.path)} ${row.source.slice(SETS.length)} ${row.falseSignals} missing ${row.missing.slice(0, 8)}`,
      );
}

const sources = markdownFiles(Number(options.each));
const files = makeFiles(sources);
for (const [name, group] of Object.entries(GROUPS)) {
  if (!isWanted(name)) continue;
  const made = files[name].flatMap((path, at) => (path === null ? [] : [[path, sources[at]]]));
  // The first file of a format loads its reader.
  for (const [path] of made.slice(0, 1)) await readAnyDocument(path, readFileSync(path));
  const rows = [];
  for (const [path, source] of made) rows.push(await measure(path, source, group));
  show(name, rows);
}
