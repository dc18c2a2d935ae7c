/** How Excel shows a number: the part of its formats (ECMA-376 part 1, section 18.8.30-31) that changes what a text says. Dates come as ISO 8601. */

export interface NumberFormat {
  readonly sort: "general" | "number" | "date" | "time" | "date-time";
  readonly decimals: number;
  readonly hasThousands: boolean;
  readonly isPercent: boolean;
  readonly isScientific: boolean;
  /** Words before and behind the number, such as a currency. */
  readonly prefix: string;
  readonly suffix: string;
}

export const GENERAL: NumberFormat = {
  sort: "general",
  decimals: 0,
  hasThousands: false,
  isPercent: false,
  isScientific: false,
  prefix: "",
  suffix: "",
};

/** Formats that files name by number only (18.8.30). 27-36 and 50-58 are dates of East Asian calendars. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [14, "yyyy-mm-dd"],
  [15, "yyyy-mm-dd"],
  [16, "yyyy-mm-dd"],
  [17, "yyyy-mm-dd"],
  [18, "hh:mm"],
  [19, "hh:mm:ss"],
  [20, "hh:mm"],
  [21, "hh:mm:ss"],
  [22, "yyyy-mm-dd hh:mm"],
  [37, "#,##0"],
  [38, "#,##0"],
  [39, "#,##0.00"],
  [40, "#,##0.00"],
  [45, "mm:ss"],
  [46, "hh:mm:ss"],
  [47, "mm:ss"],
  [48, "0.0E+0"],
]);

/** Days from Excel's day 0 to 1970-01-01, in the calendars of 1900 and 1904. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const DAY_MS = 86_400_000;
/** Last day of the year 9999, after which Excel shows no dates. */
const LAST_DAY = 2_958_466;

/** The format of a number that files name instead of spelling it out; general where it is unknown. */
export function builtInFormat(id: number): NumberFormat {
  const code = (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "yyyy-mm-dd" : BUILT_IN.get(id);
  return code === undefined ? GENERAL : parseNumberFormat(code);
}

/** Reads a format code; of its sections only the first, for positive numbers. */
export function parseNumberFormat(code: string): NumberFormat {
  const section = code.slice(0, 255).split(";")[0] ?? "";
  const bare = section
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?:h+|m+|s+)\]/gi, (elapsed) => elapsed.slice(1, -1))
    .replace(/\[[^\]]*\]/g, "")
    .toLowerCase();
  if (/general|@/.test(bare)) return GENERAL;
  const hasDate = /[yd]/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare));
  const hasTime = /[hs]/.test(bare);
  if (hasDate || hasTime)
    return { ...GENERAL, sort: hasDate ? (hasTime ? "date-time" : "date") : "time", decimals: /s/.test(bare) ? 1 : 0 };
  const digits = /[0#?][0#?,]*(?:\.([0#?]*))?/.exec(bare);
  if (!digits || /[/]/.test(bare)) return GENERAL;
  const [prefix = "", suffix = ""] = literalsOf(section);
  return {
    sort: "number",
    decimals: digits[1]?.length ?? 0,
    hasThousands: /[0#?],[0#?]/.test(bare),
    isPercent: bare.includes("%"),
    isScientific: /e[+-]/.test(bare),
    prefix,
    suffix,
  };
}

/** What stands literally before and behind the digits: quoted, escaped, or a currency in brackets. */
function literalsOf(section: string): readonly string[] {
  const plain = section
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replace(/\[[^\]]*\]/g, "")
    .replace(/_./g, " ")
    .replace(/\*./g, "");
  const digits = /[0#?](?:[0#?,.%]|[eE][+-])*/.exec(plain);
  if (!digits) return [];
  return [plain.slice(0, digits.index), plain.slice(digits.index + digits[0].length)].map((part) =>
    part.replace(/"([^"]*)"|\\(.)|[()]/g, (_, quoted, escaped) => quoted ?? escaped ?? "").trim(),
  );
}

/** A number as its cell shows it; dates as `2024-03-01`, times as `09:30`. */
export function formatNumber(value: number, format: NumberFormat, is1904: boolean): string {
  switch (format.sort) {
    case "general":
      return generalOf(value);
    case "number":
      return numberText(value, format);
    case "date":
    case "time":
    case "date-time":
      return dateText(value, format, is1904) ?? generalOf(value);
    default:
      return format.sort satisfies never;
  }
}

/** Excel computes with 15 digits (Excel specifications and limits). */
function generalOf(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function numberText(value: number, { decimals, hasThousands, isPercent, isScientific, prefix, suffix }: NumberFormat): string {
  const scaled = Number((isPercent ? value * 100 : value).toPrecision(15));
  const places = Math.min(decimals, 20);
  if (isScientific) return scaled.toExponential(places).toUpperCase();
  if (Math.abs(scaled) >= 1e21) return generalOf(value);
  const [whole = "", fraction] = Math.abs(scaled).toFixed(places).split(".");
  const grouped = hasThousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  const isZero = !/[1-9]/.test(whole + (fraction ?? ""));
  const number = `${grouped}${fraction === undefined ? "" : `.${fraction}`}${isPercent ? "%" : ""}`;
  return `${scaled < 0 && !isZero ? "-" : ""}${joined(prefix, number)}${suffix === "" ? "" : ` ${suffix}`}`;
}

function joined(prefix: string, number: string): string {
  return /\p{L}$/u.test(prefix) ? `${prefix} ${number}` : prefix + number;
}

/** Null for numbers that are no date. Before March 1900 the calendar of 1900 is one day off: it has a 29 February (18.17.4.1). */
function dateText(value: number, { sort, decimals }: NumberFormat, is1904: boolean): string | null {
  if (!(value >= 0 && value < LAST_DAY)) return null;
  const hasSeconds = decimals > 0;
  const days = !is1904 && value < 60 ? value + 1 : value;
  const unit = hasSeconds ? 1000 : 60_000;
  const ms = Math.round(((days - (is1904 ? EPOCH_1904 : EPOCH_1900)) * DAY_MS) / unit) * unit;
  const iso = isoOf(ms);
  const time = iso.slice(11, hasSeconds ? 19 : 16);
  if (sort === "time") return value < 1 ? time : elapsedText(value, hasSeconds);
  return sort === "date" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

function elapsedText(value: number, hasSeconds: boolean): string {
  const seconds = Math.round(value * 86_400);
  const pad = (number: number) => String(number).padStart(2, "0");
  const minutes = `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}`;
  return hasSeconds ? `${minutes}:${pad(seconds % 60)}` : minutes;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
