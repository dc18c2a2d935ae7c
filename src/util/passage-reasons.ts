/** Why some lines of a document are taken for a web page's. */
import type { PassageSignal } from "../types.ts";
import { nameOfLanguage } from "./language-names.ts";

/** Share of a passage's telling words that the rest says too, up to which its vocabulary counts as foreign (`signals/passage.ts`). */
const MOST_SHARED = 0.12;

/** What speaks for a page, each in words, to be said of its lines. */
export function passageReasons({ said, languages, terms }: PassageSignal): string[] {
  const sorts = [...new Set(said.map(({ sort }) => sort))].sort().join(", ");
  return [
    "they stand under one another like a page's",
    ...(said.length === 0 ? [] : [`${said.length} of them ${said.length === 1 ? "says" : "say"} what pages say (${sorts})`]),
    ...(languages === null ? [] : [`they are in ${nameOfLanguage(languages.passage)} and the rest in ${nameOfLanguage(languages.rest)}`]),
    ...(terms.shared > MOST_SHARED * terms.telling ? [] : [`the rest uses ${terms.shared} of their ${terms.telling} rarer words`]),
  ];
}
