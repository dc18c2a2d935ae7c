/**
 * What a column's heading, a field's name or a key says that its value is: one table for Markdown tables, `File: x` lines, CSV headers
 * and the keys of manifests.
 */
import type { Claims } from "../../types.ts";
import { CLAIM_NAMES } from "./claim-names.ts";

/** A claim, the target's path itself, or a column that is known and says nothing of the document. */
export type ClaimColumn = keyof Claims | "path" | "ignore";

const COLUMN_OF: ReadonlyMap<string, ClaimColumn> = new Map(
  Object.entries(CLAIM_NAMES).flatMap(([column, names]) => names.map((name) => [name, column as ClaimColumn] as const)),
);

/** What a heading, field name or key stands for; null where it is not known. Case, marks around it, `-`, `_` or a capital (`lastUpdated`) for blanks do not matter. */
export function claimOfHeader(header: string): ClaimColumn | null {
  if (header.length > 60) return null;
  const known = ANSWERS.get(header);
  if (known !== undefined) return known;
  const answer = claimOfWords(header) ?? claimOfWords(header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
  if (ANSWERS.size >= MAX_ANSWERS) ANSWERS.clear();
  ANSWERS.set(header, answer);
  return answer;
}

/** Answers given: a manifest asks the same few keys of each of its records. */
const ANSWERS = new Map<string, ClaimColumn | null>();
const MAX_ANSWERS = 1000;

function claimOfWords(header: string): ClaimColumn | null {
  const bare = header
    .toLowerCase()
    .replace(/[-_]+/g, " ")
    .replace(/[*`:：?]+|\p{Emoji_Presentation}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return COLUMN_OF.get(bare) ?? COLUMN_OF.get(bare.replace(/\s*\([^()]*\)$/, "")) ?? claimOfLastWord(bare);
}

/** Last words that keep their meaning whatever stands before them: `Spec Name`, `Document Status`, `Proposal ID`. Paths are left out: an "output file" lists nothing. */
const TELLING_LAST_WORDS: ReadonlySet<string> = new Set(
  "title name description summary status id identifier number version date owner author authors language checksum hash".split(" "),
);

function claimOfLastWord(bare: string): ClaimColumn | null {
  const words = bare.split(" ");
  const last = words.at(-1) ?? "";
  return words.length <= 3 && TELLING_LAST_WORDS.has(last) ? (COLUMN_OF.get(last) ?? null) : null;
}

/** Algorithms by the number of a digest's hexadecimal digits, in node:crypto's names. */
const ALGORITHM_OF_LENGTH: Readonly<Record<number, string>> = {
  32: "md5",
  40: "sha1",
  56: "sha224",
  64: "sha256",
  96: "sha384",
  128: "sha512",
};

/** Names of algorithms as tools write them that are not node:crypto's, without joints. Sources: coreutils' `--tag`, OpenSSL, OCI, RFC 8493. */
const ALGORITHM_ALIASES: Readonly<Record<string, string>> = {
  blake2b: "blake2b512",
  b2: "blake2b512",
  blake2s: "blake2s256",
  rmd160: "ripemd160",
  sha: "sha1",
};

/** An algorithm's name in node:crypto's spelling: `SHA-256`, `SHA2-256` and `sha_256` are `sha256`, `BLAKE2b` is `blake2b512`. An unknown one is kept, in lower case. */
export function algorithmName(written: string): string {
  const lower = written.trim().toLowerCase().replace(/_/g, "-");
  const joined = lower
    .replace(/^sha3-?(?=\d{3}$)/, "sha3/")
    .replace(/^sha-?2-(?=\d{3}$)/, "sha")
    .replace(/-/g, "");
  return (ALGORITHM_ALIASES[joined] ?? joined).replace("/", "-");
}

/** The algorithm that a heading or key names: `sha256`, `SHA-512 sum`, `md5_hash`. Undefined where it names none. */
export function algorithmOfHeader(header: string): string | undefined {
  const match = /(?<![a-z0-9])(sha[-_ ]?(?:1|224|256|384|512)|sha3[-_ ](?:224|256|384|512)|md5|blake2[bs]|b2)(?:sum)?(?![a-z0-9])/i.exec(
    header,
  );
  return match ? algorithmName((match[1] ?? "").replace(" ", "-")) : undefined;
}

/** A checksum as written: `sha256:ab12…`, `SHA-256=…`, or digits alone, whose number then tells the algorithm unless it is given. Null where it is none. */
export function checksumOf(text: string, algorithm?: string): NonNullable<Claims["checksum"]> | null {
  const match = /^(?:([a-z0-9/_-]+)[:=]\s*)?([0-9a-f]{32,128})$/i.exec(text.trim());
  const value = match?.[2]?.toLowerCase();
  if (value === undefined) return null;
  const named = match?.[1] ?? algorithm;
  const found = named === undefined ? ALGORITHM_OF_LENGTH[value.length] : algorithmName(named);
  return found === undefined ? null : { algorithm: found, value };
}

/** The unit of a size column's bare numbers, by its heading or key: `pages`, `size_kb`, `Size (MB)`. Bytes where it names none. */
export function unitOfHeader(header: string): string {
  const word = /(?<![a-z])(pages?|lines?|words?|[kmg]i?b)(?![a-z])/i.exec(header)?.[1]?.toLowerCase();
  if (word === undefined) return UNIT_OF_WORD[header.trim().toLowerCase()] ?? "byte";
  return word.endsWith("b") ? word.replace(/^[kmg]/, (letter) => letter.toUpperCase()).replace(/b$/, "B") : word.replace(/s$/, "");
}

/** Units in the languages of the table above. */
const UNIT_OF_WORD: Readonly<Record<string, string>> = {
  seiten: "page",
  zeilen: "line",
  страниц: "page",
  页数: "page",
  行数: "line",
  ページ数: "page",
};

/** A size as written: `2,346`, `~1340 lines`, `12 KB`. A number alone has the unit that `unit` gives, bytes by default. Null where it is none. */
export function sizeOf(text: string, unit = "byte"): NonNullable<Claims["size"]> | null {
  const match = /^~?\s*(\d[\d,]*(?:\.\d+)?)\s*(\p{L}*)$/u.exec(text.trim());
  const value = Number((match?.[1] ?? "").replace(/,/g, ""));
  if (!match || !Number.isFinite(value)) return null;
  return { value, unit: (match[2] ?? "").replace(/(?<=\p{Ll})s$/u, "") || unit };
}
