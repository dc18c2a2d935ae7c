/** One `key = value` of git's configuration format, with its section (`remote "origin"`). */
export interface GitSetting {
  readonly section: string;
  /** Lower-case. */
  readonly key: string;
  readonly value: string;
}

/** Reads git's configuration format (git-config(1), "Syntax"): `.git/config`, `.gitmodules`. Includes and continued lines are not followed. */
export function parseGitConfig(text: string): GitSetting[] {
  const settings: GitSetting[] = [];
  let section = "";
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed.startsWith("[")) section = trimmed.slice(1, trimmed.lastIndexOf("]")).trim();
    const equals = trimmed.indexOf("=");
    if (equals < 0 || /^[#;[]/.test(trimmed)) continue;
    settings.push({ section, key: trimmed.slice(0, equals).trim().toLowerCase(), value: unquoted(trimmed.slice(equals + 1).trim()) });
  }
  return settings;
}

function unquoted(value: string): string {
  return value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1).replace(/\\(["\\])/g, "$1") : value;
}
