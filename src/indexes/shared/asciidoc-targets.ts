/** What the targets of AsciiDoc's macros lead to, from the index's own folder. Source: Asciidoctor 2.0.18, substitutors.rb (macro `xref`); Antora. */
import { isUrl } from "../../util/path-shape.ts";
import { type AntoraModule, antoraModuleOf, antoraPath } from "./asciidoc-antora.ts";

export class AsciidocTargets {
  readonly #module: AntoraModule | null;
  readonly #hasIncludes: boolean;

  /** `hasIncludes`: anchors that the file does not hold may stand in what it includes, so that internal references are no links. */
  constructor(path: string, hasIncludes: boolean) {
    this.#module = antoraModuleOf(path);
    this.#hasIncludes = hasIncludes;
  }

  /** Folder that all targets start from; null where that is the file's own. */
  get baseFolder(): string | null {
    return this.#module?.isNavigation ? this.#module.pages : null;
  }

  /** A cross reference's target; `#id` within the file, null where it leads nowhere that can be known. */
  page(written: string, isMacro: boolean): string | null {
    const hash = written.indexOf("#");
    const path = hash < 0 ? written : written.slice(0, hash);
    if (isUrl(written) && !this.#module) return written;
    const isFile = hash > 0 || (hash < 0 && (isMacro ? /\.[A-Za-z0-9]+$/.test(path) : /\.(?:adoc|asciidoc|asc)$/.test(path)));
    if (!isFile) return this.#hasIncludes ? null : hash === 0 ? written : `#${written}`;
    const resource = this.#resource(path, "page");
    return resource === null ? null : resource + written.slice(path.length);
  }

  /** An image's target, with the folder of images before it. */
  image(written: string, imagesFolder: string): string {
    if (isUrl(written) && !this.#module) return written;
    if (this.#module && imagesFolder === "") return this.#resource(written, "image") ?? written;
    return imagesFolder === "" || /^(?:\/|[a-z]+:\/\/)/i.test(written) ? written : `${imagesFolder.replace(/\/$/, "")}/${written}`;
  }

  /** An include directive's target. */
  include(written: string): string {
    if (!this.#module || isUrl(written)) return written;
    if (written.includes("$")) return this.#resource(written, "page") ?? written;
    return this.#module.isNavigation ? `${this.#module.own}/${written.replace(/^\.\//, "")}` : written;
  }

  #resource(id: string, family: string): string | null {
    const module = this.#module;
    if (!module) return id;
    if (/^\.\.?\//.test(id) && !module.isNavigation) return id;
    const path = antoraPath(id, family);
    return path === null || module.isNavigation || module.pages === "." ? path : `${module.pages}/${path}`;
  }
}
