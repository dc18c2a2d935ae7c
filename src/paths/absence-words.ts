/**
 * Words that say that a document is absent on purpose. English, German, French, Spanish, Portuguese, Russian, Chinese, Japanese.
 * Source: 135 public indexes and the words' translations, 2026-11.
 */
import type { AbsenceReason } from "../types.ts";

/** Words of a language with blanks; `\b` knows no letters but ASCII's. */
function words(alternatives: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`;
}

/** What a status says, by reason. */
export const STATUS_WORDS: readonly (readonly [AbsenceReason, RegExp])[] = (
  [
    [
      "planned",
      words(
        "planned|to[ -]?do|to be (?:written|added|created|done|defined|determined)|tbd|tba|tbw|coming soon|not (?:yet )?(?:written|started|available|created|published)|not yet|forthcoming|upcoming|placeholder|reserved|geplante?[nrs]?|ausstehende?[nrs]?|à venir|prévue?s?|pendientes?|planificad[oa]s?|planejad[oa]s?|em breve|запланирован\\p{L}*|планиру[ею]тся",
      ),
      "计划|待定|待办|未开始|尚未|即将|計画|予定|未作成",
    ],
    [
      "private",
      words(
        "private|confidential|internal only|not public|proprietary|restricted|nda|vertrauliche?[nrs]?|private?[nrs]?|confidentiel(?:le)?s?|privée?s?|confidencial(?:es)?|privad[oa]s?|конфиденциальн\\p{L}*|приватн\\p{L}*",
      ),
      "保密|私有|内部资料|非公開",
    ],
    [
      "removed",
      words(
        "removed|deleted|does not exist|no longer exists|dropped|retired|gelöschte?[nrs]?|entfernte?[nrs]?|supprimée?s?|eliminad[oa]s?|removid[oa]s?|удал[её]н\\p{L}*",
      ),
      "已删除|已移除|削除",
    ],
    [
      "external",
      words(
        "external(?:ly)?|separate (?:repo|repository)|other (?:repo|repository)|not in this repo(?:sitory)?|upstream|externe?[nrs]?|extern[oa]s?|внешн\\p{L}*",
      ),
      "外部|別リポジトリ",
    ],
    ["ignored-by-git", words("git-?ignored|not (?:checked in|committed|tracked)|local only|untracked"), null],
    ["generated", words("auto-?generated|generated (?:at|by|during|on)|build output|built by"), "自动生成|自動生成"],
  ] as const
).map(([reason, spaced, unspaced]) => [reason, new RegExp(unspaced === null ? spaced : `${spaced}|${unspaced}`, "iu")]);

/** Words for documents: a status with such a word is still a status ("Planned documents"), with any other it is a subject ("Private keys"). */
const DOCUMENT_WORDS =
  "docs?|documents?|documentation|files?|specs?|specifications?|pages?|entries|entry|items?|chapters?|sections?|papers?|articles?|notes?|guides?|drafts?|proposals?|work|materials?|contents?|additions?|dokumente?n?|dateie?n?|seiten?|spezifikation(?:en)?|documentos?|archivos?|arquivos?|fichiers?|páginas?|документ\\p{L}*|файл\\p{L}*|спецификаци\\p{L}*";
/** External references and specifications are often kept as copies, so only words for what is kept as a whole elsewhere count. */
const EXTERNAL_WORDS =
  "docs?|documents?|documentation|files?|repos?|repositories|repository|projects?|modules?|api|code|dokumente?n?|dateie?n?|документ\\p{L}*|файл\\p{L}*";
/** What stands around a status and changes nothing. */
const FILLERS =
  "status|still|currently|now|is|are|was|were|has|have|been|will|be|this|these|the|all|other|future|and|or|yet|only|not|but|und|noch|sind|wird|werden|et|y|e|и|ещё|еще";
const UNSPACED = "文档|文件|规范|资料|内容|章节|文書|仕様|ドキュメント|的|中|等|の|です|済み";

function nothingBut(documents: string): RegExp {
  return new RegExp(`^(?:[^\\p{L}]|${words(`${documents}|${FILLERS}`)}|${UNSPACED})*$`, "iu");
}

const NOTHING_BUT_DOCUMENTS = nothingBut(DOCUMENT_WORDS);
const NOTHING_BUT_EXTERNAL = nothingBut(EXTERNAL_WORDS);

/** Whether a text that stands before or behind a status adds nothing to it: words for documents, fillers, marks, numbers. */
export function addsNothing(text: string, reason: AbsenceReason): boolean {
  return (reason === "external" ? NOTHING_BUT_EXTERNAL : NOTHING_BUT_DOCUMENTS).test(text);
}

/** How a remark goes on after its status: `planned for May`, `removed, see b.md`. A noun right behind it makes it a subject instead. */
export const GOES_ON =
  /^(?:\s*[,;:.—–(/|]|\s+-\s|\s+(?:in|for|by|since|on|until|till|after|as|from|at|due|with|before|pending|because|per|when|within|see|seit|bis|für|von|par|pour|depuis|por|para|desde|до|с|после)(?![\p{L}\p{N}]))/iu;
/** How a heading goes on that is about a status: a date, a number, a version, what comes next; what is planned may stand behind a colon. */
export const HEADING_GOES_ON = /^\s+(?:in|for|since|as of|on|until|by|after|with)\s+(?:v?\d|q\d|the next|next|later)/iu;
export const PLANNED_HEADING_GOES_ON = /^\s*[:—–]/u;
