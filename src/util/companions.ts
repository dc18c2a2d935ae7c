/** Files that stand beside documents and are about the repository, its tools or its templates: never unlisted (DESIGN.md section 5). */
import { isCompanionPath } from "./document-formats.ts";

/** Instructions to agents, indexes and navigations of other tools, lists of requirements. */
const OTHER_COMPANION =
  /^(?:agents|claude|gemini|copilot-instructions|skill|todo|install|hacking|emeritus|adopters|roadmap|style|index|_?toc|_sidebar|_navbar|summary|book|mkdocs|llms(?:-full)?|requirements|pull_request_template|issue_template|readmeai|\.[\w.-]+)(?:[-_.][a-z]{2}(?:[-_][a-z]{2,4})?)?(?:\.[\w-]+)?$/i;
/** Hidden folders (the code host's own files) and folders of templates. */
const COMPANION_FOLDER = /(?:^|\/)(?:\.[\w-]+|_?templates?)\//i;

/** Whether a path is a companion by its name or folder. A template (`0000-template.md`) is one too. */
export function isCompanion(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return isCompanionPath(path) || OTHER_COMPANION.test(name) || COMPANION_FOLDER.test(path) || /(?:^|[-_.])template(?:[-_.]|$)/i.test(name);
}
