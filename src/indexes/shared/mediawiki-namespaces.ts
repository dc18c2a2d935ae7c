/**
 * Prefixes of MediaWiki's links that are no documents' names. Source: MediaWiki 1.41, languages/messages (namespace names and aliases of the
 * twelve languages with the most pages), read 2024-01; "Help:Images" for the options of files.
 */

/** Files that are shown. */
const FILE =
  "file|image|datei|bild|fichier|archivo|imagen|immagine|ficheiro|imagem|arquivo|bestand|afbeelding|plik|grafika|файл|изображение|文件|档案|檔案|图像|圖像|ファイル|画像|파일|그림|ملف|صورة";
/** Groups of pages: a link to one files the page under it and is not shown. */
const CATEGORY = "category|kategorie|catégorie|categoría|categoria|categorie|kategoria|категория|分类|分類|カテゴリ|분류|تصنيف";
const MEDIA = "media|medium|média|medio|медиа";

export type MediawikiNamespace = "file" | "category" | "media";

const PREFIX = new RegExp(`^[ _]*(?:(${FILE})|(${CATEGORY})|(${MEDIA}))[ _]*:[ _]*`, "iu");

/** The namespace that a link's target opens with, and the length of its prefix; null where it is none of these. */
export function namespaceOf(target: string): { readonly name: MediawikiNamespace; readonly length: number } | null {
  const match = PREFIX.exec(target.slice(0, 40));
  if (!match) return null;
  return { name: match[1] === undefined ? (match[2] === undefined ? "media" : "category") : "file", length: match[0].length };
}

/** Options of a shown file, which are not its caption. */
export const FILE_OPTION =
  /^\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|right|left|center|centre|none|baseline|sub|super|top|text-top|middle|bottom|text-bottom|upright|(?:thumb|upright|alt|link|lang|page|class|style|title|start|end|mini|miniatur)\s*=.*|\d*(?:x\d+)?\s*px|mini|miniatur|vignette|vignetta|miniaturadeimagen|мини|缩略图|缩略|縮圖|サムネイル|右|左|中|links|rechts|droite|gauche|derecha|izquierda|справа|слева)\s*$/iu;
