/** The path rule in words, for `--explain-paths` and the help of a missing target. */
export function explainPaths(): string {
  return `Where paths start
1. A target that starts with "/" is taken from the set's root; any other from the folder of the index file.
2. Where that is not there: folders that the index names as the place of what follows (a heading, a parent item),
   the set's root, the target with the index's default extension, then, for a folder, its INDEX.md, README.md or
   index.md. What was found this way is noted and is no error. A path in a code span or in bare text may also start
   at the root, or be a bare name that stands in one other folder.
3. The set's root is --root; else the folder given; else the current directory when it holds the index; else the
   index's folder. Nothing outside the root is read, links included, unless --allow-outside is given. (Git's own
   ignore, submodule and configuration files are looked for up to the repository's top, to tell what is absent on
   purpose.)
4. A code host's URL of a file (".../blob/REV/path") whose neighbours are in the root means the local file; its
   faults are at most warnings, unless git's remote says that the repository is this one.
Names are compared from directory listings, letter by letter, after Unicode normalisation.
`;
}
