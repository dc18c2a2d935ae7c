/**
 * How documents say that their content is elsewhere. Source: the moved notices of public specification repositories and documentation sites (read in 2026-11), and
 * their counterparts in the languages that such sites are written in. Applied to a paragraph without markup; a link is its words, or "link".
 */

const SUBJECT =
  "(?:this|these|the|its|all|our)(?: [\\p{L}\\p{N}'’/_.-]+){0,6}?(?: (?:page|document|documents|documentation|docs|file|content|contents|section|spec|specification|specifications|proposal|article|guide|chapter|text|draft|repo|repository|project|topic|information|material|conventions|this))?";

/** Sentences that can mean nothing else. */
export const MOVED = new RegExp(
  [
    `^(?:note|notice|warning|important|redirect notice|info|tip|attention)?[\\s:!.\\]-]*${SUBJECT} (?:has|have|was|were|is|are|had) (?:now |since |recently |permanently )?(?:been )?(?:now )?(?:moved|relocated|migrated|renamed|consolidated|merged|folded|integrated|transferred|superseded by|replaced by|split into)\\b`,
    `\\b(?:${SUBJECT}) (?:is |are )?(?:has |have )?now (?:lives?|located|maintained|hosted|found|available|kept|published|part of|documented)\\b`,
    "^(?:moved|relocated|redirect(?:s|ed|ing)?|migrated|merged|renamed|superseded|replaced|obsoleted)[\\s:]{1,3}(?:permanently )?(?:to|by|into|with|at|→|->|=>|link)\\b",
    "^(?:moved|redirect(?:s|ed|ing)?)\\s*(?::|→|->|=>)",
    "^(?:you are being|you will be|you should be|if you are not) (?:automatically )?redirected\\b",
    "(?:diese|dieses|dieser|die) (?:seite|dokument|datei|inhalt|spezifikation|artikel)[^.]{0,40}(?:umgezogen|verschoben|verlegt|ersetzt)",
    "(?:cette|ce|le|la) (?:page|document|fichier|contenu|spécification|article)[^.]{0,40}(?:déplacé|déménagé|remplacé|transféré)",
    "(?:esta|este|la|el) (?:página|documento|archivo|contenido|especificación|artículo)[^.]{0,40}(?:movid|trasladad|reemplazad|sustituid)",
    "(?:esta|este|a|o) (?:página|documento|arquivo|conteúdo|especificação|artigo)[^.]{0,40}(?:movid|mudou|transferid|substituíd)",
    "(?:эт[ао]т?|данн\\p{L}{2}) (?:страниц|документ|файл|раздел)[^.]{0,40}(?:перемещ|перен[её]с|замен[её]н)",
    "(?:本|该|此|这个?)(?:页面?|文档|文件|规范|内容|文章)[^。]{0,12}(?:已经?|被)?(?:移动|移至|移到|迁移|搬迁|转移|合并|替代|取代)",
    "^(?:已|本页已)?(?:移至|移动到|迁移到|迁移至|搬迁到|合并到|合并至)",
    "(?:このページ|この文書|本文書|本ページ|この仕様)[^。]{0,20}(?:移動|移転|移行|統合)",
  ].join("|"),
  "iu",
);

/** Sentences that point elsewhere and, beside other text, may mean less. */
export const POINTS_ONLY =
  /^(?:please )?(?:see|refer to|go to|read|use|visit|continued? (?:in|at)|look at|check(?: out)?)\b.{1,120}$|^(?:siehe|voir|ver|véase|veja|см\.|смотри|请参[阅见]|请?见|参见|参照)\s*[:：]?.{1,120}$/iu;

/** Fields of front matter that site generators send browsers on by: Jekyll's redirect plugin, Docusaurus, Hugo sites, VitePress. */
export const REDIRECT_FIELD = /^["']?(?:redirect|redirect[-_]to|redirect[-_]url|redirectto|redirecturl|moved[-_]to)["']?\s*[:=]\s*(\S+)/i;
