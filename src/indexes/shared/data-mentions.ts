/** Collects the mentions of an index form that is data: offsets in, places out. */
import type { Claims, Mention, MentionRole, Notation, ParsedIndex } from "../../types.ts";
import { LineMap } from "../../util/line-map.ts";
import { isUrl } from "../../util/path-shape.ts";
import { type DataProblem, placeProblems } from "./data-tree.ts";

/** Characters of a row that its mentions carry. A cell of a thousand paths is a row of a thousand mentions. */
const MAX_ROW_TEXT = 4000;

/** A target with its offsets, and the row that it stands in. */
export interface ListedTarget {
  readonly target: string;
  readonly from: number;
  readonly to: number;
  readonly row: { readonly from: number; readonly to: number };
  readonly listing: string;
  readonly rowText: string;
  /** Default `link`. */
  readonly notation?: Notation;
  /** Default `listing`. */
  readonly role?: MentionRole;
  /** Default: the claimed title, else the target. */
  readonly label?: string;
  readonly claims?: Claims;
  readonly sections?: readonly string[];
  readonly bases?: readonly string[];
}

/** Mentions in the order of the text, URLs that lead out, faults: what is filled while a form is read. */
export class MentionCollector {
  readonly #map: LineMap;
  readonly #mentions: Mention[] = [];
  readonly #problems: DataProblem[] = [];
  #externalUrlCount = 0;

  constructor(text: string) {
    this.#map = new LineMap(text);
  }

  /** Adds a mention. */
  add(listed: ListedTarget): void {
    const { target, claims = {} } = listed;
    this.#mentions.push({
      target,
      place: this.#map.place(listed.from, listed.to),
      row: this.#map.place(listed.row.from, listed.row.to),
      notation: listed.notation ?? "link",
      role: listed.role ?? "listing",
      listing: listed.listing,
      label: listed.label ?? claims.title ?? target,
      claims,
      rowText: listed.rowText.slice(0, MAX_ROW_TEXT).replace(/\s+/g, " ").trim(),
      sections: listed.sections ?? [],
      bases: listed.bases ?? [],
    });
  }

  /** Adds a mention, or counts its target where that is a URL. */
  addOrCount(listed: ListedTarget): void {
    if (isUrl(listed.target)) this.#externalUrlCount++;
    else this.add(listed);
  }

  /** Counts a URL that leads out of the set. */
  countUrl(): void {
    this.#externalUrlCount++;
  }

  /** Notes faults of the index's own syntax. */
  addProblems(problems: readonly DataProblem[]): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  /** What was collected. */
  parsed(): Pick<ParsedIndex, "mentions" | "externalUrlCount" | "problems"> {
    return {
      mentions: [...this.#mentions].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
      externalUrlCount: this.#externalUrlCount,
      problems: placeProblems(this.#problems, this.#map),
    };
  }
}
