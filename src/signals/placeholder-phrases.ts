/**
 * What authors write where a text is still missing, and what templates hold where theirs goes.
 *
 * Source: the stubs and templates among the documents of 50 real sets, the proposal templates that public repositories ship (EIP, CIP, PEP, RFC,
 * MADR and the like), and their wordings in other languages, 2026-11. Nothing but expressions without nested repetition.
 */

/** A word that stands for missing text, at the start of a line and perhaps with a note after it. */
const MARK = /^(?:to-?do|tbd|tba|tbc|tbw|fixme|wip|xxx)\b(?:\s?\([^)]{0,40}\))?(?::|$|[\s.…!—–-])/i;

/** A line that says so and nothing else, ends and markup stripped, in lower case. */
const WHOLE_LINES: readonly RegExp[] = [
  /^(?:(?:this|the) (?:page|section|document|chapter|part|file|text|content|article|guide|spec|specification|documentation) )?(?:is |are )?(?:still |yet |not )?(?:to be|will be|has to be|needs to be|has yet to be|is yet to be)(?: (?:yet|soon|later|still))? (?:written|done|completed|added|defined|determined|decided|announced|filled(?: in| out)?|continued|documented|provided|supplied|specified|expanded|finished|confirmed)(?: (?:here|later|soon|yet|shortly))?$/,
  /^(?:(?:this|the) (?:page|section|document|chapter|part|file|article|guide|documentation) (?:is )?)?(?:currently |still )?(?:coming (?:very )?soon|under construction|(?:a )?work[- ]in[- ]progress|wip|(?:an? )?(?:empty |mere )?(?:stub|placeholder|skeleton)(?: (?:page|document|text|file|section))?)$/,
  /^(?:this|the) (?:page|section|document|chapter|part|file|article|guide|documentation|content) (?:(?:is|has) (?:currently |still |yet )?(?:not (?:yet )?(?:been )?(?:written|available|complete|ready|finished|started|done)|empty|incomplete|missing|being (?:re)?written|left blank|intentionally empty)|(?:will|is going to) (?:come|follow|appear|be (?:available|ready|published|written|filled)))\b.{0,80}$/,
  /^(?:(?:more )?(?:details|content|text|documentation|description|information|docs|specification|more) (?:will follow|to follow|to come|coming soon|to be added|pending|goes here|here|missing)|more (?:coming )?soon|not (?:yet )?written(?: yet)?|nothing (?:here|to see here)?(?: yet)?|no content(?: yet)?|content missing|insert (?:text|content) here|write (?:this|me|something)(?: here)?|fill (?:this |me )?(?:in|out)(?: later)?|add (?:text|content|details?)(?: here)?|placeholder text|your text here|text goes here|to be continued|pending)$/,
  /^(?:(?:noch )?(?:zu schreiben|zu ergänzen|zu definieren|in arbeit|in bearbeitung|im aufbau|nicht verfügbar|offen)|(?:inhalt |text |dokumentation )?(?:folgt|kommt)(?: (?:in kürze|bald|noch|später))?|wird (?:noch )?(?:ergänzt|geschrieben|nachgereicht)|platzhalter(?:text)?)$/,
  /^(?:à (?:compléter|venir|rédiger|faire|définir|préciser|écrire)|en (?:cours de (?:rédaction|construction)|construction|travaux)|bientôt(?: disponible)?|(?:por|a) (?:hacer|escribir|definir|completar)|(?:pendiente|próximamente|en construcción)(?: de .{1,30})?|a (?:fazer|definir|escrever|completar)|em (?:breve|construção)|pendente|da (?:fare|scrivere|definire|completare)|in (?:arrivo|costruzione))$/,
  /^(?:(?:страница |раздел |документ )?(?:в разработке|в процессе|находится в разработке|ещё не (?:написан|готов)\p{L}{0,2}|будет (?:дополнен|добавлен|написан)\p{L}{0,2}(?: позже)?)|скоро|заглушка|(?:内容|本页|本文|本节|此页面|文档|页面)?(?:正在)?(?:待(?:补充|完善|定|续|写|更新|编写|添加)|敬请期待|建设中|施工中|编写中|未完成|尚未完成|暂无内容)|(?:このページは)?(?:準備中|工事中|作成中|執筆中|未定|近日公開|後で書く|未執筆)(?:です)?|준비 ?중(?:입니다)?|작성 ?중(?:입니다)?|추후 ?(?:작성|추가)(?: 예정)?)$/u,
];

/** A sentence at a line's start that says it of the whole page, whatever follows. */
const OPENING =
  /^(?:this|the) (?:page|document|chapter|article|guide|documentation|file) is (?:currently |still )?(?:just )?(?:a work[- ]in[- ]progress|(?:just )?an? (?:stub|placeholder|skeleton)|under construction|not (?:yet )?written(?: yet)?|being (?:re)?written|incomplete)\b/;

/** What templates ask for between brackets or angles. */
const ASKS =
  /\b(?:your|name|names|title|author|authors|date|email|e-mail|describe|description|insert|enter|add|fill|replace|provide|explain|summary|summari[sz]e|list|link|links|here|tbd|todo|placeholder|example|e\.g\.|short|brief|optional|if any|yyyy|project|company|organi[sz]ation|problem|solution|reason|what|why|how|who|when|context|goal|section|text|number|url|version|status|owner|team|component|feature|system|id)\b/i;
const BRACKET_FIELD = /^\[([^[\]\n]{3,300})\]$/;
const INNER_BRACKET = /\[([^[\]\n]{3,120})\](?![[(:])/g;
const ANGLE_FIELD = /<([A-Za-z][^<>\n=/]{2,120})>/g;
const VARIABLE = /\{\{\s{0,3}[A-Za-z_][\w.-]{0,60}\s{0,3}\}\}|\$\{[A-Z_]{3,40}\}|%[A-Z][A-Z_]{2,40}%/;
/** Names of elements of HTML and of the components that documents use: no fields. */
const ELEMENT =
  /^(?:a|abbr|address|article|aside|audio|b|blockquote|body|br|button|canvas|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|mark|meta|nav|ol|optgroup|option|p|picture|pre|q|s|samp|script|section|select|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|var|video|wbr)\b/;

/** An instruction to the author, at a line's start. */
const INSTRUCTION =
  /^(?:\(?(?:an?|one|the)? ?(?:short|brief|concise|one[- ]\w{4,9}|high[- ]level|clear|precise|human[- ]readable|detailed)\b[^.]{0,80}\b(?:description|summary|title|explanation|overview|paragraph|abstract|statement|name|account)|(?:please )?(?:describe|explain|provide|insert|enter|outline|summari[sz]e|specify|state|briefly|discuss|identify|give|list|write|add|include|replace|document|define) (?:the|an?|any|all|your|here|what|how|why|which|who|each|one|in|this|whether|briefly|and)\b|what (?:is|are|does|will|did|problem|other|becomes)\b[^.]{0,120}\?|(?:why|how|who) (?:should|are|is|do|does|will|did|would)\b[^.]{0,120}\?|this section (?:should|must|may|needs|is (?:optional|required))|(?:delete|remove) this\b|your \w{3,20} (?:here|goes)|optional(?:\)|:|$))/i;

/** Longest line that is one, in UTF-16 code units. */
const LONGEST_LINE = 400;

export type PlaceholderLine = "mark" | "field" | "instruction";

/** What a line is of a text that is still missing; null for anything else. Takes the line without its markup (heading, bullet, quote) at both ends. */
export function placeholderLine(bare: string): PlaceholderLine | null {
  if (bare.length > LONGEST_LINE) return null;
  const value = bare.replace(/^[\p{L} _/*-]{2,30}:[*_]{0,2}\s{1,8}/u, "");
  if (isMark(value) || (value !== bare && isMark(bare))) return "mark";
  if (isField(value)) return "field";
  return INSTRUCTION.test(bare.replace(/^[[(<*_]+/, "")) ? "instruction" : null;
}

/** Whether a text says that it is still to be written. */
export function isMark(text: string): boolean {
  if (text.length > LONGEST_LINE) return false;
  if (MARK.test(text)) return true;
  const plain = text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replaceAll("’", "'");
  return WHOLE_LINES.some((pattern) => pattern.test(plain)) || OPENING.test(plain);
}

/** A value that is a field of a template: as a whole, or fields with little else around them. */
function isField(value: string): boolean {
  const whole = BRACKET_FIELD.exec(value)?.[1];
  if (whole !== undefined) return ASKS.test(whole) && !/^[`^!]|^\d+$/.test(whole);
  if (VARIABLE.test(value)) return value.length < 160 && !/\{\{#/.test(value);
  const fields = [...value.matchAll(INNER_BRACKET), ...value.matchAll(ANGLE_FIELD)].filter(
    ([match, inside = ""]) => ASKS.test(inside) && !(match.startsWith("<") && ELEMENT.test(inside)),
  );
  return fields.length > 0 && fields.reduce((sum, [match]) => sum + match.length, 0) * 2 >= value.length;
}

/** Filler text of typesetters. */
export const FILLER =
  /lorem ipsum|dolor sit amet|consectetur adipi|sed do eiusmod|incididunt ut labore|quis nostrud exercitation|duis aute irure|excepteur sint/i;
