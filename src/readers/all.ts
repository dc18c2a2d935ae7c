import type { Reader } from "./reader.ts";
import { textReader } from "./text.ts";

/** Every document format, sorted by id. */
export const READERS: readonly Reader[] = [textReader];
