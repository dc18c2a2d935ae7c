/**
 * Measures the PDF reader against `pdftotext` of poppler-utils: words found (F1 over the words of a file, as a bag) and pages a second of processor
 * time. `node bench/pdf.mjs [--list] [FILE.pdf ...]`. Without files: the PDFs of `../shared/sets` and of `/usr/share/doc`, and those that pandoc,
 * LibreOffice, LaTeX, groff and Chromium make, where they are installed, of Markdown files of the sets outside the report fold (`--each` of them for every
 * program). Running headers, footers and page numbers are left out by the reader and not by pdftotext, and words that a line's end divides are
 * joined by both, so that 1 is out of reach.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadSource } from "../train/load-source.mjs";

const SETS = fileURLToPath(new URL("../../shared/sets", import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "boolean", default: false }, each: { type: "string", default: "8" } },
});
const { pdfReader } = await loadSource("readers/pdf.ts");
const LIMITS = { expandedBytes: 256 * 1024 * 1024, parts: 10_000, depth: 256, textLength: 10_000_000 };
const WORK = mkdtempSync(join(tmpdir(), "seedcheck-pdf-"));
process.on("exit", () => rmSync(WORK, { recursive: true, force: true }));

/** Each makes `PDF` of `MARKDOWN` in the folder, or nothing; the other names are intermediate files. */
const MAKERS = {
  latex: [["pandoc", "MARKDOWN", "-f", "gfm", "--pdf-engine=pdflatex", "-o", "PDF"]],
  libreoffice: [
    ["pandoc", "MARKDOWN", "-f", "gfm", "-o", "DOCX"],
    ["soffice", "--headless", "--convert-to", "pdf", "--outdir", "FOLDER", "DOCX"],
  ],
  groff: [
    ["pandoc", "MARKDOWN", "-f", "gfm", "-t", "ms", "-o", "SOURCE"],
    // Without a first paragraph of its own, the macros wait for a title.
    ["sh", "-c", "(echo .LP; cat SOURCE) | groff -ms -k -t -Tpdf > PDF"],
  ],
  chromium: [
    ["pandoc", "MARKDOWN", "-f", "gfm", "-s", "--metadata", "title=Document", "-o", "HTML"],
    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=PDF", "file://HTML"],
  ],
};

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

function make(program, markdown, at) {
  const folder = join(WORK, `${program}-${at}`);
  mkdirSync(folder);
  const names = {
    MARKDOWN: markdown,
    PDF: join(folder, "a.pdf"),
    DOCX: join(folder, "a.docx"),
    HTML: join(folder, "a.html"),
    SOURCE: join(folder, "a.ms"),
    FOLDER: folder,
  };
  for (const [command, ...args] of MAKERS[program]) {
    const filled = args.map((arg) => arg.replace(/MARKDOWN|PDF|DOCX|HTML|SOURCE|FOLDER/g, (name) => names[name]));
    spawnSync(command, filled, { cwd: folder, timeout: 60_000, stdio: "ignore", env: { ...process.env, HOME: WORK } });
  }
  return existsSync(names.PDF) && readFileSync(names.PDF).length > 100 ? [names.PDF] : [];
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
  return { both, ours: ours.length, theirs: theirs.length };
}

function f1({ both, ours, theirs }) {
  return ours + theirs === 0 ? 1 : (2 * both) / (ours + theirs);
}

async function measure(path) {
  const bytes = readFileSync(path);
  const before = process.cpuUsage();
  const read = await pdfReader.read(bytes, LIMITS);
  const { user, system } = process.cpuUsage(before);
  const start = performance.now();
  const peer = spawnSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const peerMs = performance.now() - start;
  const pages = Math.max(1, (peer.stdout.match(/\f/g) ?? []).length);
  return {
    path,
    pages,
    ms: (user + system) / 1000,
    peerMs,
    problems: read.problems,
    ...compare(wordsOf(read.text ?? ""), wordsOf(peer.stdout)),
  };
}

function sum(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0);
}

function show(name, rows) {
  if (rows.length === 0) return;
  const total = { both: sum(rows, "both"), ours: sum(rows, "ours"), theirs: sum(rows, "theirs") };
  const [pages, ms, peerMs] = [sum(rows, "pages"), sum(rows, "ms"), sum(rows, "peerMs")];
  const lowest = rows.reduce((least, row) => (f1(row) < f1(least) ? row : least));
  const speed = `${Math.round((pages * 1000) / ms)} pages/s (pdftotext ${Math.round((pages * 1000) / peerMs)}, its start included)`;
  const recall = ((100 * total.both) / total.theirs).toFixed(2);
  const precision = ((100 * total.both) / total.ours).toFixed(2);
  console.log(
    `${name}: ${rows.length} files, ${pages} pages, ${total.theirs} words; F1 ${f1(total).toFixed(4)} (recall ${recall} %, precision ${precision} %)`,
  );
  console.log(`  lowest F1 ${f1(lowest).toFixed(4)} (${basename(lowest.path)}); ${speed}`);
  if (options.list && name !== "all")
    for (const row of rows)
      console.log(`  ${f1(row).toFixed(4)} ${row.theirs} ${row.path} ${row.problems.map(({ message }) => message).join("; ")}`);
}

const each = Number(options.each);
const sources = markdownFiles(each);
const groups =
  positionals.length > 0
    ? { given: positionals }
    : {
        "shared sets": found(SETS, ".pdf").filter((path) => !isReportFold(path.slice(SETS.length + 1).split("/")[0])),
        "/usr/share/doc": found("/usr/share/doc", ".pdf"),
        ...Object.fromEntries(Object.keys(MAKERS).map((program) => [program, sources.flatMap((path, at) => make(program, path, at))])),
      };
// The first PDF loads PDFium.
await pdfReader.read(Buffer.from("%PDF-1.4\n"), LIMITS);
const all = [];
for (const [name, paths] of Object.entries(groups)) {
  const rows = [];
  for (const path of paths) rows.push(await measure(path));
  show(name, rows);
  all.push(...rows);
}
show("all", all);
