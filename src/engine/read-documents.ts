/** Reads a set's documents one after another, and lets the process breathe meanwhile. */
import type { CheckedDocument } from "../types.ts";
import { type LoadRequest, loadDocument } from "./load-documents.ts";

export interface ReadOptions {
  /** Ends the reading: its reason is then thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly phase: string; readonly done: number; readonly total: number }) => void) | undefined;
}

/** Milliseconds of work between two pauses: short enough for Ctrl-C and progress to seem immediate (Nielsen 1993: 100 ms). */
const BREATH_MS = 50;

/** The documents of the requests, in their order. Pauses by time, so that large documents do not hold up Ctrl-C. */
export async function readDocuments(
  root: string,
  requests: readonly LoadRequest[],
  { signal, onProgress }: ReadOptions,
): Promise<CheckedDocument[]> {
  const documents: CheckedDocument[] = [];
  let rested = performance.now();
  for (const request of requests) {
    signal?.throwIfAborted();
    documents.push(await loadDocument(root, request));
    if (performance.now() - rested < BREATH_MS) continue;
    onProgress?.({ phase: "reading documents", done: documents.length, total: requests.length });
    await new Promise((resolve) => setImmediate(resolve));
    rested = performance.now();
  }
  return documents;
}
