/** Targets that are absent on purpose: told apart from faults by git's own files, by the row's words and by the path's shape. */
import type { AbsenceReason, Mention, PathFacts } from "../types.ts";
import { isPlaceholder } from "../util/path-shape.ts";

export interface Absence {
  readonly reason: AbsenceReason;
  /** What says so: a row's words, an ignore rule, a submodule's folder. */
  readonly evidence: string;
}

/** Status words by reason. English, German, French, Spanish, Portuguese, Russian, Chinese, Japanese. Source: 135 public indexes and the words' translations, 2026-11. */
const STATUS_WORDS: readonly (readonly [AbsenceReason, RegExp])[] = [
  [
    "planned",
    /\b(?:planned|to[ -]?do|to be (?:written|added|created|done|defined|determined)|tbd|tba|tbw|coming soon|not (?:yet )?(?:written|started|available|created|published)|not yet|forthcoming|upcoming|placeholder|reserved|geplant|ausstehend|à venir|prévu|pendiente|planificado|planejado|em breve)\b|запланирован|планируется|计划|待定|待办|未开始|尚未|即将|計画中|予定|未作成/iu,
  ],
  [
    "private",
    /\b(?:private|confidential|internal only|not public|proprietary|restricted|nda|vertraulich|privat|confidentiel|privé|confidencial|privado)\b|конфиденциально|приватн|保密|私有|内部资料|非公開/iu,
  ],
  [
    "removed",
    /\b(?:removed|deleted|does not exist|no longer exists|dropped|retired|gelöscht|entfernt|supprimé|eliminado|removido)\b|удален|удалён|已删除|已移除|削除/iu,
  ],
  [
    "external",
    /\b(?:external(?:ly)?|separate (?:repo|repository)|other (?:repo|repository)|not in this repo(?:sitory)?|upstream|extern|externe|externo)\b|внешн|外部|別リポジトリ/iu,
  ],
  ["ignored-by-git", /\b(?:git-?ignored|not (?:checked in|committed|tracked)|local only|untracked)\b/iu],
  ["generated", /\b(?:auto-?generated|generated (?:at|by|during|on)|build output|built by)\b|自动生成|自動生成/iu],
];
/** Folders that programs write: documentation builders' output and generated pages. */
const GENERATED_FOLDER =
  /(?:^|\/)(?:_?generated|_?autogen|gen|_build|build|dist|site|target|_site|public|out|node_modules|vendor|\.docusaurus|coverage|apidocs?|_autosummary|autoapi)\//i;

/** Why a target's absence is no fault, or null. `tried` are the paths at which it was looked for, relative to the root. */
export function absenceOf(mention: Mention, tried: readonly string[], facts: PathFacts): Absence | null {
  const submodule = facts.submodules.find((folder) => tried.some((path) => path === folder || path.startsWith(`${folder}/`)));
  if (submodule !== undefined) return { reason: "submodule", evidence: `${submodule} is a submodule` };
  const ignored = tried.find((path) => path !== "" && facts.isIgnored(path));
  if (ignored !== undefined) return { reason: "ignored-by-git", evidence: `git ignores ${ignored}` };
  if (mention.isStruck) return { reason: "removed", evidence: `"${mention.label}" is struck through` };
  if (isPlaceholder(mention.target)) return { reason: "placeholder", evidence: `"${mention.target}" is a stand-in for a name` };
  return absenceByWords(mention) ?? absenceByFolder(mention, tried);
}

function absenceByWords(mention: Mention): Absence | null {
  for (const text of statusTexts(mention)) {
    for (const [reason, words] of STATUS_WORDS) {
      const found = words.exec(text);
      if (found) return { reason, evidence: `the index says "${text.length <= 80 ? text : found[0]}"` };
    }
  }
  return null;
}

/** Where a row says what has become of its document: a status, brackets, a remark of few words, the nearest heading. */
function statusTexts(mention: Mention): string[] {
  const { status, description } = mention.claims;
  const brackets = [...mention.rowText.matchAll(/[([（【]([^()[\]（）【】]{2,60})[)\]）】]/gu)].map((match) => match[1] ?? "");
  const short = description !== undefined && description.split(/\s+/).length <= 4 ? [description] : [];
  const cells = mention.rowText.split(" | ").filter((cell) => cell.length <= 40 && cell !== mention.label && cell !== mention.claims.title);
  const sections = mention.sections.slice(-2).filter((section) => section.split(/\s+/).length <= 5);
  const inRow = cells.length > 1 ? cells : [];
  return [...(status ? [status] : []), ...brackets.filter((text) => text !== mention.label), ...short, ...inRow, ...sections];
}

function absenceByFolder(mention: Mention, tried: readonly string[]): Absence | null {
  const path = tried.find((candidate) => GENERATED_FOLDER.test(candidate));
  if (path === undefined || mention.notation === "title") return null;
  return { reason: "generated", evidence: `${path} is in a folder that programs write` };
}
