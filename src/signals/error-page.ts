import type { Document, ErrorPageSignal } from "../types.ts";

export function measureErrorPage(_document: Document): ErrorPageSignal | null {
  return null;
}
