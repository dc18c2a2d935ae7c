/**
 * What the blocks of an index mean: which references are listed and which stand in passing, what each row claims, which section and base
 * folder it belongs to (DESIGN.md section 5; the traps are those of the survey of real indexes). One place for all markup forms.
 */
import type { Claims, Mention, MentionRole, ParsedIndex, Place } from "../../types.ts";
import { isFolderPath, isUrl } from "../../util/path-shape.ts";
import type { Block, Inline } from "./blocks.ts";
import { fieldOf, itemRoles } from "./item-mentions.ts";
import { type Reference, type Token, tokensOf, wordsOfInline } from "./references.ts";
import { tableMentions } from "./table-mentions.ts";
import { treeDrawingOf } from "./tree-drawing.ts";

/** What stands around a block: headings and the folders that they name. */
export interface Surroundings {
  readonly sections: readonly string[];
  readonly bases: readonly string[];
}

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly base: string | null;
}

interface ItemAbove {
  readonly depth: number;
  readonly base: string | null;
  readonly text: string;
}

interface State {
  readonly mentions: Mention[];
  readonly headings: Heading[];
  readonly items: ItemAbove[];
  /** Mentions of the current section that take the claims of its metadata lines. */
  sectionMentions: number[];
  sectionClaims: Claims;
  /** Folder named by the paragraph just before a list, table or drawing. */
  introBase: string | null;
  otherUrlCount: number;
}

/** Mentions of all blocks, in the order of the text. Linear in the number of blocks. */
export function mentionsOfBlocks(
  blocks: readonly Block[],
  _options: { readonly text: string; readonly form: string },
): Pick<ParsedIndex, "mentions" | "externalUrlCount"> {
  const state: State = { mentions: [], headings: [], items: [], sectionMentions: [], sectionClaims: {}, introBase: null, otherUrlCount: 0 };
  for (const block of blocks) readBlock(block, state);
  closeSection(state);
  return { mentions: state.mentions, externalUrlCount: state.otherUrlCount };
}

function readBlock(block: Block, state: State): void {
  if (block.type !== "item") state.items.length = 0;
  switch (block.type) {
    case "heading":
      readHeading(block, state);
      return;
    case "item":
      readItem(block, state);
      return;
    case "paragraph":
      readParagraph(block, state);
      return;
    case "table":
      for (const mention of tableMentions(block, surroundings(state))) add(mention, state);
      state.introBase = null;
      return;
    case "fence":
      readFence(block, state);
      state.introBase = null;
      return;
  }
}

function surroundings(state: State): Surroundings {
  const above = state.headings.flatMap((heading) => (heading.base === null ? [] : [heading.base])).reverse();
  const items = state.items.flatMap((item) => (item.base === null ? [] : [item.base])).reverse();
  const intro = state.introBase === null ? [] : [state.introBase];
  return { sections: state.headings.map((heading) => heading.text), bases: [...new Set([...items, ...intro, ...above])] };
}

/** Adds a mention, or counts it when its target is a URL that can lead to no file (`mailto:`, `tel:`). */
function add(mention: Mention, state: State): void {
  if (isUrl(mention.target) && !/^(?:https?:|file:|\/\/|[a-z]:)/i.test(mention.target)) state.otherUrlCount++;
  else state.mentions.push(mention);
}

/** A folder that the text names as the place of what follows: its only folder reference, or its only link to one. */
function baseOf(tokens: readonly Token[]): string | null {
  const folders = tokens.flatMap((token) =>
    token.type === "reference" && isFolderPath(token.target) && token.syntax !== "image" ? [token.target] : [],
  );
  return new Set(folders).size === 1 ? (folders[0] ?? null) : null;
}

function readHeading(block: Extract<Block, { type: "heading" }>, state: State): void {
  closeSection(state);
  state.introBase = null;
  while ((state.headings.at(-1)?.level ?? 0) >= block.level) state.headings.pop();
  const tokens = tokensOf(block.content);
  const around = surroundings(state);
  const text = wordsOfInline(block.content);
  const base = baseOf(tokens) ?? (isFolderPath(text) ? text : null);
  const roles = itemRoles(tokens, { isHeading: true });
  for (const { reference, role, claims } of roles) {
    if (role === "listing" && reference.syntax !== "link" && isFolderPath(reference.target) && tokens.length > 1) continue;
    state.sectionMentions.push(state.mentions.length);
    add(
      mentionOf(reference, {
        role,
        content: block.content,
        row: block.place,
        around,
        listing: `headings-${block.level}`,
        claims,
      }),
      state,
    );
  }
  state.headings.push({ level: block.level, text, base });
}

function readItem(block: Extract<Block, { type: "item" }>, state: State): void {
  while ((state.items.at(-1)?.depth ?? -1) >= block.depth) state.items.pop();
  const tokens = tokensOf(block.content);
  const text = wordsOfInline(block.content);
  const around = surroundings(state);
  const title = block.depth > 0 ? state.items.at(-1)?.text : state.headings.at(-1)?.text;
  readLine(
    {
      tokens,
      content: block.content,
      row: block.place,
      around,
      listing: block.list,
      title,
      isItem: true,
      isPathOnly: block.isPathOnly ?? false,
    },
    state,
  );
  const base = baseOf(tokens) ?? (isFolderPath(text) ? text : null);
  state.items.push({ depth: block.depth, base, text });
}

interface Line {
  readonly tokens: readonly Token[];
  readonly content: Inline;
  readonly row: Place;
  readonly around: Surroundings;
  readonly listing: string;
  readonly title: string | undefined;
  readonly isItem: boolean;
  readonly isPathOnly: boolean;
}

/** An item, or a line of a paragraph: a metadata line, a listing, or running text. */
function readLine(line: Line, state: State): void {
  const field = line.isPathOnly ? null : fieldOf(line.tokens);
  if (field && field.column !== "path" && field.column !== "ignore" && !field.hasReference) {
    state.sectionClaims = { ...state.sectionClaims, [field.column]: field.value };
    return;
  }
  const isPathField = field?.column === "path";
  const roles = itemRoles(line.tokens, { isHeading: false, isLine: !line.isItem, isPathField, isPathOnly: line.isPathOnly });
  for (const { reference, role, claims } of roles) {
    const titled = isPathField && line.title !== undefined ? { ...claims, title: line.title } : claims;
    if (isPathField) state.sectionMentions.push(state.mentions.length);
    add(
      mentionOf(reference, {
        role,
        content: line.content,
        row: line.row,
        around: line.around,
        listing: line.listing,
        claims: role === "listing" ? titled : {},
      }),
      state,
    );
  }
}

/** Paragraphs are read line by line: `[Introduction](intro.md)` alone on a line lists, `**File:** x.md` is metadata. */
function readParagraph(block: Extract<Block, { type: "paragraph" }>, state: State): void {
  const around = surroundings(state);
  const tokens = tokensOf(block.content);
  const listing = `paragraphs-${state.headings.length}-${state.headings.at(-1)?.text ?? ""}`;
  let line: Token[] = [];
  const flush = () => {
    const row = rowOf(line, block.place);
    if (line.length > 0)
      readLine(
        {
          tokens: line,
          content: block.content,
          row,
          around,
          listing,
          title: state.headings.at(-1)?.text,
          isItem: false,
          isPathOnly: false,
        },
        state,
      );
    line = [];
  };
  for (const token of tokens) {
    if (token.type === "break") flush();
    else line.push(token);
  }
  flush();
  state.introBase = baseOf(tokens);
}

function rowOf(line: readonly Token[], block: Place): Place {
  const first = line.find((token) => token.type === "reference");
  if (first?.type !== "reference" || first.place.line < block.line || first.place.line > block.end.line) return block;
  return { line: first.place.line, column: first.place.line === block.line ? block.column : 1, end: first.place.end };
}

function readFence(block: Extract<Block, { type: "fence" }>, state: State): void {
  const drawing = treeDrawingOf(block);
  if (!drawing) return;
  const { sections, bases } = surroundings(state);
  const root = drawing.root?.replace(/\/$/, "");
  for (const line of drawing.lines) {
    const claims = line.comment === "" ? {} : { description: line.comment };
    state.mentions.push({
      target: line.path,
      place: line.place,
      row: line.row,
      notation: "path",
      role: "listing",
      listing: `drawing-${block.place.line}`,
      label: line.path,
      claims,
      rowText: `${line.path} ${line.comment}`.trim(),
      sections,
      bases: root === undefined || root === "." ? bases : [root, ...bases],
    });
  }
}

function mentionOf(
  reference: Reference,
  at: {
    readonly role: MentionRole;
    readonly content: Inline;
    readonly row: Place;
    readonly around: Surroundings;
    readonly listing: string;
    readonly claims: Claims;
  },
): Mention {
  return {
    target: reference.target,
    place: reference.place,
    row: at.row,
    notation: reference.notation,
    role: reference.syntax === "image" ? "passing" : at.role,
    listing: at.listing,
    label: reference.label,
    claims: at.claims,
    rowText: wordsOfInline(at.content),
    ...(reference.isStruck ? { isStruck: true } : {}),
    sections: at.around.sections,
    bases: at.around.bases,
    ...(reference.syntax === "image" ? { isEmbedded: true } : {}),
  };
}

/** Gives the metadata lines of a section to the targets that the section's heading or its `File:` line names. */
function closeSection(state: State): void {
  for (const index of state.sectionMentions) {
    const mention = state.mentions[index];
    if (mention?.role === "listing") state.mentions[index] = { ...mention, claims: { ...state.sectionClaims, ...mention.claims } };
  }
  state.sectionMentions = [];
  state.sectionClaims = {};
}
