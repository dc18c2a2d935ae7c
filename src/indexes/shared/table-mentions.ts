/** Mentions of a table: which columns hold what is listed, and what the other columns claim. */
import type { Claims, Mention, Place } from "../../types.ts";
import { hasKnownExtension, isFilePath, isFolderPath } from "../../util/path-shape.ts";
import type { Block, Inline } from "./blocks.ts";
import { type ClaimColumn, checksumOf, claimOfHeader, sizeOf } from "./data-claims.ts";
import { itemRoles, labelClaims } from "./item-mentions.ts";
import type { Surroundings } from "./mentions.ts";
import { type Reference, type Token, tokensOf, wordsOfInline } from "./references.ts";

type Table = Extract<Block, { type: "table" }>;

interface Columns {
  readonly claims: readonly (ClaimColumn | null)[];
  /** Columns whose code spans and bare names are listed: headed as paths, or mostly paths. */
  readonly isPath: readonly boolean[];
  /** Folder that a column's heading names (``Current (`docs/`)``), tried first for its paths. */
  readonly bases: readonly (string | null)[];
}

/** Mentions of all rows, cell by cell. A table without any reference gives one mention of notation `title` a row. */
export function tableMentions(table: Table, around: Surroundings): Mention[] {
  const columns = columnsOf(table);
  const rows =
    table.header.length > 0 && table.header.some(hasListedLink)
      ? [{ cells: table.header, place: headerPlace(table) }, ...table.rows]
      : table.rows;
  const mentions = rows.flatMap((row) => rowMentions(row, { table, columns, around }));
  return mentions.some((mention) => mention.role === "listing" && mention.notation !== "name")
    ? mentions
    : [...mentions, ...titleMentions(table, columns, around)];
}

/** A table whose first row is data (an HTML or RST table without header) keeps that row. */
function hasListedLink(cell: Inline): boolean {
  return tokensOf(cell).some((token) => token.type === "reference" && token.syntax === "link" && hasKnownExtension(token.target));
}

function headerPlace(table: Table): Place {
  const first = table.header[0]?.place ?? table.place;
  return { ...first, end: table.header.at(-1)?.place.end ?? first.end };
}

function columnsOf(table: Table): Columns {
  const claims = table.header.map((cell) => claimOfHeader(wordsOfInline(cell)));
  const width = Math.max(table.header.length, ...table.rows.slice(0, 200).map((row) => row.cells.length), 0);
  const isPath = Array.from({ length: width }, (_, column) => claims[column] === "path" || isMostlyPaths(table, column));
  return { claims, isPath, bases: table.header.map(folderIn) };
}

function folderIn(heading: Inline): string | null {
  const folder = tokensOf(heading).find((token) => token.type === "reference" && isFolderPath(token.target));
  return folder?.type === "reference" ? folder.target : null;
}

/** Whether most filled cells of a column are nothing but paths. A column headed as a description or the like is none. */
function isMostlyPaths(table: Table, column: number): boolean {
  let filled = 0;
  let paths = 0;
  for (const row of table.rows) {
    const cell = row.cells[column];
    if (!cell || cell.spans.length === 0) continue;
    const text = wordsOfInline(cell);
    if (text === "" || /^[-–—?]$/u.test(text)) continue;
    filled++;
    if (
      tokensOf(cell).some((token) => token.type === "reference" && token.notation !== "name") &&
      (isFilePath(text) || opensWithPath(cell))
    )
      paths++;
  }
  return paths > 0 && paths * 2 >= filled;
}

function opensWithPath(cell: Inline): boolean {
  const first = tokensOf(cell).find((token) => token.type === "reference" || (token.type === "words" && token.text.trim() !== ""));
  return first?.type === "reference" && first.notation !== "name";
}

interface Context {
  readonly table: Table;
  readonly columns: Columns;
  readonly around: Surroundings;
}

function rowMentions(row: Table["rows"][number], context: Context): Mention[] {
  const claims = rowClaims(row.cells, context.columns);
  const rowText = row.cells.map(wordsOfInline).join(" | ");
  const mentions: Mention[] = [];
  row.cells.forEach((cell, column) => {
    const tokens = tokensOf(cell);
    const base = context.columns.bases[column];
    for (const { reference, isListed } of cellReferences(tokens, context.columns.isPath[column] ?? false)) {
      mentions.push({
        target: reference.target,
        place: reference.place,
        row: row.place,
        notation: reference.notation,
        role: isListed ? "listing" : "passing",
        listing: `${context.table.id}-${column}`,
        label: reference.label,
        claims: isListed
          ? { ...claims, ...withoutOverride(labelClaims(reference), claims, context.columns.claims[column] === "path") }
          : {},
        rowText,
        ...(reference.isStruck ? { isStruck: true } : {}),
        sections: context.around.sections,
        bases: base ? [base, ...context.around.bases] : context.around.bases,
        ...(reference.syntax === "image" ? { isEmbedded: true } : {}),
      });
    }
  });
  return mentions;
}

/** A row's number and identifier columns outrank what a label happens to hold; so does its title column where the label is an identifier, or stands in a column of paths. */
function withoutOverride(own: Claims, row: Claims, isPathColumn: boolean): Claims {
  const { number, identifier, title } = row;
  if (isPathColumn && title !== undefined) return {};
  const isNumbered = number !== undefined || identifier !== undefined;
  const label = isNumbered && own.title !== undefined ? { title: own.title } : own;
  return own.identifier !== undefined && title !== undefined ? { ...label, title } : label;
}

/** In a path column all paths are listed; elsewhere the links that open the cell and what is chained to them. */
function cellReferences(tokens: readonly Token[], isPathColumn: boolean): { reference: Reference; isListed: boolean }[] {
  const roles = itemRoles(tokens, { isHeading: false });
  return roles.map(({ reference, role }) => {
    const isLinked = reference.syntax === "link" || reference.syntax === "wiki";
    return { reference, isListed: reference.syntax !== "image" && role === "listing" && (isLinked || isPathColumn) };
  });
}

function rowClaims(cells: readonly Inline[], columns: Columns): Claims {
  const claims: Record<string, unknown> = {};
  cells.forEach((cell, column) => {
    const name = columns.claims[column];
    const text = wordsOfInline(cell);
    if (!name || name === "path" || name === "ignore" || text === "" || claims[name] !== undefined) return;
    if (name === "title" && isFilePath(text)) return;
    const value = claimValue(name, text);
    if (value !== null) claims[name] = value;
  });
  return claims as Claims;
}

function claimValue(name: ClaimColumn, text: string): unknown {
  if (name === "size") return sizeOf(text);
  if (name === "checksum") return checksumOf(text);
  return text;
}

/** Rows that name documents by number, identifier or title only. The path rule keeps them where most of them lead to files. */
function titleMentions(table: Table, columns: Columns, around: Surroundings): Mention[] {
  const naming = columns.claims.findIndex((claim) => claim === "title" || claim === "identifier" || claim === "number");
  if (naming < 0) return [];
  return table.rows.flatMap((row): Mention[] => {
    const claims = rowClaims(row.cells, columns);
    const column = columns.claims.findIndex((claim) => claim === "title" && claims.title !== undefined);
    const cell = row.cells[column >= 0 ? column : naming];
    const target = cell ? wordsOfInline(cell) : "";
    if (!cell || target === "" || cell.spans.some((span) => span.type === "link" && /^https?:/i.test(span.target ?? ""))) return [];
    const rowText = row.cells.map(wordsOfInline).join(" | ");
    return [
      {
        target,
        place: cell.place,
        row: row.place,
        notation: "title",
        role: "listing",
        listing: `${table.id}-titles`,
        label: target,
        claims,
        rowText,
        sections: around.sections,
        bases: around.bases,
      },
    ];
  });
}
