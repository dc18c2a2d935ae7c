import type { DocumentProblem } from "../types.ts";

/** What a reader makes of one file's bytes. `text` is null where the bytes hold none that can be read. */
export interface ReadText {
  readonly text: string | null;
  /** WHATWG label of the text's encoding; null for formats that fix their own. */
  readonly encoding: string | null;
  readonly problems: readonly DocumentProblem[];
}

/** A document format. One file each in `readers/`, listed in `readers/all.ts`. Pure: the same bytes give the same text. */
export interface Reader {
  /** The file's own name. */
  readonly id: string;
  /** Whether it reads a MIME type. The first reader of the list that says yes is used. */
  matches(type: string): boolean;
  /** Never throws on any bytes: what is damaged or encrypted is said in `problems`. */
  read(bytes: Uint8Array): ReadText;
}
