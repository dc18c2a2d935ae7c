import type { Reporter } from "../types.ts";
import { json } from "./json.ts";
import { terminal } from "./terminal.ts";

/** Every way of writing a report, sorted by format. */
export const REPORTERS: readonly Reporter[] = [json, terminal];
