/** Packages of Office Open XML (ECMA-376 part 2): how the parts of DOCX, PPTX and XLSX files lead to one another. */
import type { DocumentProblem } from "../../types.ts";
import type { ReadLimits } from "../rich-reader.ts";
import { firstText } from "./first-text.ts";
import { damaged } from "./rich-text.ts";
import { walkXml, type XmlHandler, type XmlOptions } from "./xml.ts";
import { ZipArchive } from "./zip.ts";

/** A part that another one names. Links out of the package are none: they are never followed. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the relationship's type: `styles`, `slide`, `notesSlide`. Transitional and strict files have the same. */
  readonly type: string;
  /** The part's name in the archive. */
  readonly target: string;
}

/** An office file that is read part by part. State: the archive's, and what was found damaged. */
export class OoxmlPackage {
  readonly #zip: ZipArchive;
  readonly #limits: ReadLimits;
  readonly #faults = new Map<string, DocumentProblem>();

  constructor(bytes: Uint8Array, limits: ReadLimits) {
    this.#zip = new ZipArchive(bytes, limits);
    this.#limits = limits;
  }

  get problems(): readonly DocumentProblem[] {
    return [...this.#zip.problems, ...this.#faults.values()];
  }

  /** The part of the document itself; `usual` where the package does not say. Null, and a problem, where there is none. */
  async findMain(usual: string): Promise<string | null> {
    const stated = (await this.relationships("")).find(({ type }) => type === "officeDocument")?.target;
    const found = [stated, usual].find((name) => name !== undefined && this.#zip.has(name));
    if (found === undefined) this.report(`its main part, ${usual}, is missing`);
    return found ?? null;
  }

  /** Parts that a part names, in the order of the file; those of the package itself for `""`. */
  async relationships(part: string): Promise<readonly Relationship[]> {
    const slash = part.lastIndexOf("/") + 1;
    const found: Relationship[] = [];
    await this.walk(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, {
      open(name, attributes) {
        if (name !== "Relationship" || attributes.TargetMode === "External" || found.length >= 100_000) return;
        const type = attributes.Type ?? "";
        found.push({
          id: attributes.Id ?? "",
          type: type.slice(type.lastIndexOf("/") + 1),
          target: resolvePart(part.slice(0, slash), attributes.Target ?? ""),
        });
      },
      close() {},
      text() {},
    });
    return found;
  }

  /** Reads a part. False where it is not there or cannot be read; what is wrong with it is a problem. */
  async walk(part: string, handler: XmlHandler, options: Omit<XmlOptions, "depth"> = {}): Promise<boolean> {
    const bytes = await this.#zip.read(part);
    if (bytes === null) return false;
    const fault = walkXml(bytes, handler, { depth: this.#limits.depth, ...options });
    if (fault !== null) this.report(`its part ${part.slice(0, 80)} is damaged: ${fault}`);
    return true;
  }

  /** `dc:title` of the core properties (ECMA-376 part 2, section 11). */
  async title(): Promise<string | null> {
    const part = (await this.relationships("")).find(({ type }) => type === "core-properties")?.target ?? "docProps/core.xml";
    const title = firstText("title");
    await this.walk(part, title);
    return title.found();
  }

  report(message: string): void {
    if (this.#faults.size < 20) this.#faults.set(message, damaged(message));
  }
}

/** A part's name from a target as it is written: from the package's root, or from the folder of the part that names it. */
export function resolvePart(folder: string, target: string): string {
  const path = target.split("#")[0] ?? "";
  const segments: string[] = [];
  for (const segment of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
