/**
 * Prefixes of MediaWiki's links that are no documents' names, and options of shown files. Source: MediaWiki 1.39.17, languages/messages
 * (MessagesEn and those of Arabic, Chinese, Dutch, French, German, Italian, Japanese, Korean, Polish, Portuguese, Russian and Spanish), read 2026-11.
 */

/** Files that are shown. */
const FILE =
  "file|image|datei|bild|fichier|archivo|imagen|immagine|ficheiro|imagem|arquivo|bestand|afbeelding|plik|grafika|файл|изображение|文件|档案|图像|图片|檔案|圖像|圖片|ファイル|画像|파일|그림|ملف|صورة";
/** Groups of pages: a link to one files the page under it and is not shown. */
const CATEGORY = "category|kategorie|catégorie|categoría|categoria|categorie|kategoria|категория|分类|分類|カテゴリ|분류|تصنيف";
const MEDIA = "media|medium|média|medio|multimédia|mídia|медиа|媒体|媒體|メディア|미디어|ميديا|وسائط";

export type MediawikiNamespace = "file" | "category" | "media";

const PREFIX = new RegExp(`^[ _]*(?:(${FILE})|(${CATEGORY})|(${MEDIA}))[ _]*:[ _]*`, "iu");

/** The namespace that a link's target opens with, and the length of its prefix; null where it is none of these. */
export function namespaceOf(target: string): { readonly name: MediawikiNamespace; readonly length: number } | null {
  const match = PREFIX.exec(target.slice(0, 40));
  if (!match) return null;
  return { name: match[1] === undefined ? (match[2] === undefined ? "media" : "category") : "file", length: match[0].length };
}

/** The option that makes a shown file a link (English, German, French, Spanish, Dutch, Russian), up to its value. */
export const LINK_OPTION = /^\s*(?:link|verweis|lien|v[ií]nculo|enlace|koppeling|verwijzing|ссылка)\s*=\s*(?=\S)/iu;

/** Options of a shown file that are not its caption, in the same languages and Italian. */
export const FILE_OPTION =
  /^\s*(?:thumb(?:nail)?|(?:en)?frame[d]?|frameless|border|right|left|cent(?:er|re)|none|baseline|sub|super|top|text-top|middle|bottom|text-bottom|\d*(?:x\d+)?\s*(?:px|пкс)|(?:upright|hochkant|redresse|verticale|rechtop|сверхусправа)(?:[= _].*)?|(?:alt|alternativtext|альт|lang|page|class|style|title|start|end|thumb|link)\s*=.*|mini(?:atur(?:a|uur)?)?|miniaturadeimagen|rand|zentriert|gerahmt|rahmenlos|links|ohne|rechts|bordure|centré|cadre|encadr[ée]|sans_cadre|gauche|n[ée]ant|droite|vignette|borde|centr(?:o|ado|ada|ar)|marco|enmarcad[oa]|sinmarco|izquierda|izda|izq|derecha|der|dcha|ningun[oa]|nada|bordo|riquadrato|incorniciato|senza_cornice|sinistra|nessuno|destra|gecentreerd|omkaderd|kaderloos|geen|miniatuur|граница|центр|обрамить|безрамки|слева|без|справа|мини|миниатюра)\s*$/iu;

/** Length of the colon, and of the file's prefix behind it, that make a link to a file or category an ordinary one. */
export function colonLength(written: string): number {
  const length = /^[ _]*:?/.exec(written)?.[0].length ?? 0;
  const namespace = namespaceOf(written.slice(length));
  return namespace?.name === "file" ? length + namespace.length : length;
}
