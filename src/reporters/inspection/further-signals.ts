/** Signals of any shape as a person reads them, so that a new one is shown on the day that it is measured. */
import type { Quote } from "../../types.ts";
import { counted } from "../terminal/words.ts";
import { numberRanges } from "./number-ranges.ts";

/** One signal: what it is called, what it says, and the lines that show it. */
export interface SignalView {
  readonly name: string;
  readonly facts: readonly string[];
  readonly lines: readonly (Quote & { readonly note: string })[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Numbers that speak to other code: their unit is log-odds. */
const FOR_CODE = /logOdds/i;

/** Views of the signals, in their order; a list gives one view for each of its members, and one for all that are quotes. */
export function viewSignals(signals: Readonly<Record<string, unknown>>): SignalView[] {
  return Object.entries(signals).flatMap(([key, value]) => {
    const name = wordsOf(key);
    const members = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    const lines = linesOf(key, members);
    const numbers = lines.map(({ line }) => line);
    const quoted = lines.length === 0 ? [] : [{ name, facts: [`on lines ${numberRanges(numbers)}`], lines }];
    return [...quoted, ...members.flatMap((member) => (isRecord(member) && !isQuote(member) ? [viewOf(name, member)] : []))];
  });
}

function viewOf(name: string, signal: Fields): SignalView {
  const fields = Object.entries(toldFields(signal));
  return {
    name,
    facts: fields.flatMap(([key, value]) => factOf(key, value)),
    lines: fields.flatMap(([key, value]) => linesOf(key, value)),
  };
}

/** A note says in words what sort and count say; a sort stands first. */
function toldFields({ sort, count, ...rest }: Fields): Fields {
  return typeof rest.note === "string" ? rest : { sort, count, ...rest };
}

function factOf(key: string, value: unknown): string[] {
  if (typeof value === "string") return [/^(?:sort|note)$/.test(key) ? value : `${wordsOf(key)} ${value}`];
  if (typeof value === "boolean") return value && key.startsWith("is") ? [wordsOf(key).replace(/^is /, "")] : [];
  if (typeof value !== "number" || FOR_CODE.test(key)) return [];
  if (key === "confidence") return [`${Math.round(value * 100)} % sure`];
  return [key === "count" ? counted(value, "time") : `${wordsOf(key)} ${Math.round(value * 1000) / 1000}`];
}

/** Quotes of a field: one, or a list of them. What each shows is its note, what it is read as, or the name of a field that was stated. */
function linesOf(key: string, value: unknown): SignalView["lines"] {
  const quotes = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return quotes.filter(isQuote).map((quote) => ({ line: quote.line, quote: quote.quote, note: noteOf(key, quote) }));
}

function noteOf(key: string, { note, reading, text }: Fields): string {
  if (typeof note === "string") return note;
  if (typeof reading === "string") return `reads: ${reading}`;
  return typeof text === "string" ? `${wordsOf(key)}: ${text}` : "";
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function isQuote(value: unknown): value is Quote & Fields {
  return isRecord(value) && typeof value.line === "number" && typeof value.quote === "string";
}

/** `hiddenText` as `hidden text`. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("-", " ");
}
