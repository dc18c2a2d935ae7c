/** Names of JSON and YAML files that have an index form of their own, and so are no manifest of any make. */

const OTHER_FORMS: readonly RegExp[] = [
  /^mkdocs(?:[-_.][\w.-]+)?\.ya?ml$/i,
  /^toc\.(?:ya?ml|json)$/i,
  /^(?:_toc|myst)\.ya?ml$/i,
  /^datapackage\.(?:json|ya?ml)$/i,
  /^ro-crate-metadata\.json(?:ld)?$/i,
];

/** Whether a file's name belongs to another form that is written in JSON or YAML. */
export function isOtherForm(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return OTHER_FORMS.some((pattern) => pattern.test(name));
}
