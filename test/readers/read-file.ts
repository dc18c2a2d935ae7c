import { readFileSync } from "node:fs";
import { READ_LIMITS, readAnyDocument } from "../../src/readers/read-any-document.ts";
import type { ReadLimits, RichReader, RichText } from "../../src/readers/rich-reader.ts";
import type { Document } from "../../src/types.ts";

/** Reads a file of `fixtures/` as the check does. */
export function readFixture(name: string): Promise<Document> {
  return readAnyDocument(name, readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}

/** Reads bytes with one reader, within the usual limits or narrower ones. */
export function readWith(reader: RichReader, bytes: string | Uint8Array, limits: Partial<ReadLimits> = {}): Promise<RichText> {
  return reader.read(Buffer.from(bytes), { ...READ_LIMITS, ...limits });
}

/** What a pump station's fixtures say, whoever made them. */
export const PUMP_STATION = `# Pump station of the lower weir

# Scope

This specification says how the pumps of the lower weir are started, watched and stopped.[^1] It holds for both pumps & for their panel.

- the first pump
- the second pump
  - its spare valve

## Limits

| Part | Limit |
| --- | --- |
| Valve | 3 bar |
| Pump | 40 litres a second |

# Starting

The operator opens the valve, waits for two minutes and starts the pump.

\`\`\`
valve open
  wait 120
pump start
\`\`\`

Grüße aus Köln, and the last words.

[^1]: Stopping has a chapter of its own.
`;
