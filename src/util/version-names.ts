/** Which version of a document a file's name says that it is. */

export interface VersionName {
  /** Folder, name and extension without what tells the version; lower-case. Equal for the versions of one document. */
  readonly key: string;
  /** `number`: `v2`, `1.4`, `draft-03`; `date`: `2024-01`; `none`: the name tells no version. */
  readonly sort: "number" | "date" | "none";
  /** The version's numbers, most significant first; empty for `none`. */
  readonly numbers: readonly number[];
  /** The version as written, for messages; empty for `none`. */
  readonly text: string;
  /** It is marked as an old one: by a folder such as `archive`, or by an ending such as `-old`. */
  readonly isMarkedOld: boolean;
}

/** Folders and endings that hold old versions: the words that archives of 135 public sets are called by (2026-11). */
const OLD_FOLDER =
  /^_?(?:archived?|archives|old|older|obsolete|deprecated|legacy|superseded|previous|previous[-_]versions|outdated|backups?|bak)$/;
const OLD_ENDING = /[-_. ](?:old|orig|backup|bak|previous|deprecated|superseded|obsolete|outdated)$/;
const DATE = /(?:^|[-_. ])((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?=$|[-_. ])/;
const NUMBER =
  /[-_. ](?:v|ver|version|rev|revision|draft|ed|edition|r)[-_. ]?(\d{1,3}(?:[._]\d{1,4}){0,3})(?=$|[-_. ])|[-_ ](\d{1,3}(?:\.\d{1,4}){1,3})(?=$|[-_. ])/;
/** Internet-Drafts (RFC 7322 and the I-D guidelines): two digits at the end. */
const INTERNET_DRAFT = /^draft-[a-z0-9-]+-(\d{2})$/;

/** Reads a path's name. */
export function versionNameOf(path: string): VersionName {
  const segments = path.toLowerCase().split("/");
  const file = segments.pop() ?? "";
  const at = file.search(/\.[a-z][a-z0-9]{0,9}$/);
  const whole = at > 0 ? file.slice(0, at) : file;
  const name = whole.replace(OLD_ENDING, "");
  const folders = segments.filter((segment) => !OLD_FOLDER.test(segment));
  const isMarkedOld = name !== whole || folders.length < segments.length;
  const found = versionIn(name);
  const key = [...folders, `${name.replace(found.text, "").replace(/^[-_. ]+|[-_. ]+$/g, "")}${at > 0 ? file.slice(at) : ""}`].join("/");
  return { key, ...found, text: found.text.replace(/^[-_. ]+/, ""), isMarkedOld };
}

function versionIn(name: string): Pick<VersionName, "sort" | "numbers" | "text"> {
  const date = DATE.exec(name);
  if (date) return { sort: "date", numbers: date.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)])), text: date[0] };
  const draft = INTERNET_DRAFT.exec(name);
  if (draft) return { sort: "number", numbers: [Number(draft[1])], text: `-${draft[1]}` };
  const number = NUMBER.exec(name);
  if (number) return { sort: "number", numbers: numbersOf(number[1] ?? number[2] ?? ""), text: number[0] };
  return { sort: "none", numbers: [], text: "" };
}

/** The numbers of a version or date as written: `v1.2` gives 1 and 2, `2024-03-09` three; empty where it does not start with one. */
export function numbersOf(text: string): number[] {
  const match = /^\s*(?:v|ver\.?|version|rev\.?|revision|draft|edition)?[-_. ]?(\d{1,4}(?:[-._]\d{1,4}){0,3})\b/i.exec(text);
  return match ? (match[1] ?? "").split(/[-._]/).map(Number) : [];
}

/** Under 0 where `a` is the older one, over 0 where `b` is; missing parts count as 0. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
