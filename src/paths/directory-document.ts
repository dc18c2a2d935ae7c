import type { FileListing } from "../types.ts";
import { nameOf } from "./target.ts";

/** Names of the document that a folder stands for, best first. */
const DIRECTORY_DOCUMENTS = [
  "INDEX.md",
  "README.md",
  "index.md",
  "Readme.md",
  "readme.md",
  "README.rst",
  "index.rst",
  "README.adoc",
  "index.adoc",
  "README",
  "README.txt",
  "index.html",
  "_index.md",
  "README.markdown",
  "ReadMe.md",
];

/** The document that a folder stands for: its index or README, or the one named like the folder (`0012-x/0012-x.md`). */
export function directoryDocument(folder: string, listing: FileListing): string | null {
  const inside = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  for (const name of DIRECTORY_DOCUMENTS) if (listing.isFile(inside(name))) return listing.find(inside(name));
  for (const extension of [".md", ".rst", ".adoc", ".txt"]) {
    const own = inside(`${nameOf(folder)}${extension}`);
    if (listing.isFile(own)) return listing.find(own);
  }
  return null;
}
