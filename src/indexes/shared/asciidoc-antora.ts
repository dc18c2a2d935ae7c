/** Antora's resource ids: what a reference names, as a path. Source: docs.antora.org, "Resource IDs" and "Standard directories". */

/** Folders of a module by the family that a resource id names. */
const FAMILIES: Readonly<Record<string, string>> = {
  page: "pages",
  partial: "partials",
  image: "images",
  attachment: "attachments",
  example: "examples",
};

/** Where a file stands in an Antora module, from its path: `modules/<module>/...`. */
export interface AntoraModule {
  /** Folder of the module's pages, relative to the file's own folder; `.` where it is that folder. */
  readonly pages: string;
  /** The file's own folder, relative to the folder of the module's pages. */
  readonly own: string;
  /** A navigation file, whose ids start from the folder of pages; in pages and partials `./` starts from their own. */
  readonly isNavigation: boolean;
}

/** The module that a file belongs to; null where its path is not that of a module's `nav.adoc`, page or partial. */
export function antoraModuleOf(path: string): AntoraModule | null {
  const match = /(?:^|\/)modules\/[^/]+\/((?:pages|partials|nav)\/(?:[^/]+\/)*|)[^/]+$/.exec(path);
  if (!match) return null;
  const inside = (match[1] ?? "").split("/").filter((part) => part !== "");
  const [family] = inside;
  if (family === undefined && !/(?:^|\/)nav[^/]*\.adoc$/.test(path)) return null;
  if (family !== "pages") {
    const pages = [...inside.map(() => ".."), "pages"].join("/");
    return { pages, own: ["..", ...inside].join("/"), isNavigation: family !== "partials" };
  }
  const below = inside.slice(1);
  if (below.length === 0) return { pages: ".", own: ".", isNavigation: false };
  return { pages: below.map(() => "..").join("/"), own: below.join("/"), isNavigation: false };
}

/**
 * A resource id as a path from the folder of the module's pages: `tour.adoc`, `module:tour.adoc`, `partial$nav.adoc`. An id with a component or a
 * version leads to another repository, or to the same by a name that is not its path: null.
 */
export function antoraPath(id: string, family: string): string | null {
  const match = /^(?:([^:@$]+):)?(?:([a-z]+)\$)?([^:@$]*)$/.exec(id);
  if (!match) return null;
  const module = match[1];
  const folder = FAMILIES[match[2] ?? family];
  const path = match[3] ?? "";
  if (folder === undefined || path === "") return null;
  if (module === undefined) return folder === "pages" ? path : `../${folder}/${path}`;
  return `../../${module}/${folder}/${path}`;
}
