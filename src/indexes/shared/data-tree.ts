/** JSON and YAML as one tree with offsets: what every index form that is data reads. */
import type { ParsedIndex } from "../../types.ts";
import type { LineMap } from "../../util/line-map.ts";

/** A string, number, truth value or null. `text` is what is written: for a string its value, for anything else its source. */
export interface DataScalar {
  readonly type: "scalar";
  readonly text: string;
  /** False for JSON's numbers, truth values and null. YAML's plain scalars are all strings here, as written. */
  readonly isString: boolean;
  /** A YAML tag that is no standard one (`!ENV`). */
  readonly tag?: string;
  /** Offsets of its characters, quotes left out; `to` is after the last. */
  readonly from: number;
  readonly to: number;
}

export interface DataList {
  readonly type: "list";
  readonly items: readonly DataNode[];
  readonly tag?: string;
  readonly from: number;
  readonly to: number;
}

export interface DataMember {
  readonly key: DataScalar;
  readonly value: DataNode;
}

export interface DataMap {
  readonly type: "map";
  readonly members: readonly DataMember[];
  readonly from: number;
  readonly to: number;
}

export type DataNode = DataScalar | DataList | DataMap;

/** A fault of the text's syntax, as offsets. */
export interface DataProblem {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** The values of a text: one for JSON, one a document for YAML, one a line for JSON Lines. */
export interface DataTree {
  readonly roots: readonly DataNode[];
  readonly problems: readonly DataProblem[];
}

/** Levels of nesting that are read; a person's manifest has fewer than ten. What lies deeper is a problem. */
export const MAX_DATA_DEPTH = 100;
/** Keys whose paths are settings of a tool and list nothing. */
export const NO_LISTING =
  /^(?:\$.*|@.*|exclude[ds]?|ignore[ds]?|extends|schema|template|output(?:_?dir)?|icon|logo|image|stylesheet|main|types|bin)$/i;
/** Problems that are told of one index. A broken file of 50,000 lines has as many, and a person reads the first ones. */
const MAX_PROBLEMS = 20;

/** Problems with their places, in the order of the text, the first 20 and the number of the rest. */
export function placeProblems(problems: readonly DataProblem[], map: LineMap): ParsedIndex["problems"] {
  const sorted = [...problems].sort((a, b) => a.from - b.from);
  const shown = sorted.slice(0, MAX_PROBLEMS);
  const last = shown.at(-1);
  const rest = sorted.length - shown.length;
  return shown.map((problem) => ({
    message: rest > 0 && problem === last ? `${problem.message} (and ${rest.toLocaleString("en")} more)` : problem.message,
    place: map.place(problem.from, Math.max(problem.from, problem.to)),
  }));
}

/** The value of the first member of these names, in the order of the names; null where the node is no map or has none of them. */
export function memberValue(node: DataNode | null, ...names: readonly string[]): DataNode | null {
  if (node?.type !== "map") return null;
  for (const name of names) {
    const member = node.members.find(({ key }) => key.text === name);
    if (member) return member.value;
  }
  return null;
}

/** The scalar of the first member of these names that holds one with text. */
export function scalarOf(node: DataNode | null, ...names: readonly string[]): DataScalar | null {
  for (const name of names) {
    const value = memberValue(node, name);
    if (value?.type === "scalar" && isFilled(value)) return value;
  }
  return null;
}

/** Items of a list; none for any other node. */
export function itemsOf(node: DataNode | null): readonly DataNode[] {
  return node?.type === "list" ? node.items : [];
}

/** Whether a scalar holds text: no null, no blank. */
export function isFilled(scalar: DataScalar): boolean {
  return scalar.text.trim() !== "" && scalar.text !== "~" && scalar.text !== "null";
}

/** The names of members that stand twice in a map, as problems at the later one. */
export function duplicateKeys(members: readonly DataMember[]): DataProblem[] {
  const seen = new Set<string>();
  return members.flatMap(({ key }) => {
    if (!seen.has(key.text)) {
      seen.add(key.text);
      return [];
    }
    return [{ message: `the key "${key.text.slice(0, 80)}" stands twice in one object`, from: key.from, to: key.to }];
  });
}
