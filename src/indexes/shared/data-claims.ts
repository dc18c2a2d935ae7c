/**
 * What a column's heading, a field's name or a key says that its value is: one table for Markdown tables, `File: x` lines, CSV headers
 * and the keys of manifests.
 */
import type { Claims } from "../../types.ts";

/** A claim, the target's path itself, or a column that is known and says nothing of the document. */
export type ClaimColumn = keyof Claims | "path" | "ignore";

/**
 * Names by meaning, lower-case, blanks for `-` and `_`. Sources: the headings of the tables in 135 public indexes (2026-11), Dublin Core's
 * terms, Data Package v1 and v2, and the words' translations into German, French, Spanish, Portuguese, Russian, Chinese and Japanese.
 */
const NAMES = {
  path: [
    ...["path", "file", "files", "filename", "file name", "file path", "filepath", "document path", "doc path", "location", "href"],
    ...[
      "target",
      "local file",
      "local path",
      "local copy",
      "spec file",
      "source file",
      "relative path",
      "pdf",
      "datei",
      "dateiname",
      "pfad",
    ],
    ...[
      "fichier",
      "chemin",
      "archivo",
      "ruta",
      "arquivo",
      "caminho",
      "файл",
      "путь",
      "имя файла",
      "文件",
      "文件名",
      "路径",
      "ファイル",
      "ファイル名",
      "パス",
    ],
  ],
  title: [
    ...[
      "title",
      "name",
      "document",
      "doc",
      "document title",
      "document name",
      "topic",
      "subject",
      "heading",
      "spec",
      "specification",
      "feature",
    ],
    ...[
      "chapter",
      "proposal",
      "label",
      "paper",
      "article",
      "guide",
      "titel",
      "name des dokuments",
      "dokument",
      "titre",
      "nom",
      "título",
      "titulo",
      "nombre",
    ],
    ...["documento", "nome", "название", "документ", "заголовок", "标题", "名称", "文档", "题目", "タイトル", "名前", "文書"],
  ],
  description: [
    ...[
      "description",
      "desc",
      "summary",
      "purpose",
      "about",
      "content",
      "contents",
      "notes",
      "note",
      "comment",
      "comments",
      "what",
      "what it is",
    ],
    ...["what it covers", "covers", "scope", "abstract", "details", "overview", "focus", "key content", "beschreibung", "inhalt", "zweck"],
    ...[
      "contenu",
      "objet",
      "descripción",
      "descripcion",
      "contenido",
      "descrição",
      "descricao",
      "conteúdo",
      "описание",
      "содержание",
      "назначение",
    ],
    ...["描述", "说明", "内容", "摘要", "简介", "用途", "説明", "概要"],
  ],
  kind: [
    "kind",
    "type",
    "category",
    "document type",
    "doc type",
    "genre",
    "class",
    "art",
    "typ",
    "tipo",
    "тип",
    "вид",
    "类型",
    "类别",
    "種類",
    "種別",
  ],
  identifier: [
    ...[
      "id",
      "identifier",
      "ref",
      "reference",
      "doc id",
      "document id",
      "key",
      "code",
      "spec id",
      "requirement",
      "req",
      "req id",
      "doi",
      "arxiv",
      "arxiv id",
    ],
    ...["kennung", "bezeichner", "identifiant", "identificador", "идентификатор", "编号", "标识", "識別子"],
  ],
  number: [
    "number",
    "no",
    "no.",
    "nr",
    "nr.",
    "num",
    "#",
    "№",
    "nummer",
    "numéro",
    "numero",
    "número",
    "номер",
    "序号",
    "番号",
    "bep",
    "hip",
    "slip",
    "cip",
    "bip",
  ],
  language: ["language", "lang", "locale", "sprache", "langue", "idioma", "язык", "语言", "言語"],
  date: [
    ...[
      "date",
      "updated",
      "last updated",
      "last modified",
      "modified",
      "created",
      "published",
      "issued",
      "year",
      "release date",
      "last reviewed",
    ],
    ...[
      "datum",
      "stand",
      "jahr",
      "date de publication",
      "fecha",
      "año",
      "data",
      "ano",
      "дата",
      "год",
      "日期",
      "更新日期",
      "日付",
      "更新日",
      "年",
    ],
  ],
  version: [
    "version",
    "ver",
    "ver.",
    "rev",
    "rev.",
    "revision",
    "release",
    "edition",
    "ausgabe",
    "fassung",
    "versión",
    "versão",
    "версия",
    "редакция",
    "版本",
    "バージョン",
    "版",
  ],
  status: [
    "status",
    "state",
    "stage",
    "maturity",
    "progress",
    "stand der arbeit",
    "zustand",
    "statut",
    "état",
    "estado",
    "статус",
    "состояние",
    "状态",
    "状態",
  ],
  size: [
    ...[
      "size",
      "bytes",
      "byte size",
      "size bytes",
      "file size",
      "length",
      "pages",
      "lines",
      "words",
      "größe",
      "seiten",
      "zeilen",
      "taille",
      "tamaño",
    ],
    ...["tamanho", "размер", "страниц", "大小", "页数", "行数", "サイズ", "ページ数"],
  ],
  checksum: [
    "checksum",
    "hash",
    "sha256",
    "sha 256",
    "sha1",
    "sha 1",
    "sha512",
    "sha 512",
    "md5",
    "digest",
    "prüfsumme",
    "somme de contrôle",
    "контрольная сумма",
    "校验和",
    "哈希",
    "チェックサム",
  ],
  owner: [
    ...[
      "owner",
      "owners",
      "author",
      "authors",
      "author(s)",
      "maintainer",
      "maintainers",
      "editor",
      "editors",
      "responsible",
      "contact",
      "champion",
    ],
    ...[
      "autor",
      "autoren",
      "verantwortlich",
      "auteur",
      "auteurs",
      "autores",
      "responsable",
      "responsável",
      "автор",
      "ответственный",
      "作者",
      "负责人",
      "著者",
      "担当",
    ],
  ],
  sourceUrl: [
    "url",
    "source",
    "source url",
    "origin",
    "original",
    "link",
    "links",
    "website",
    "web",
    "download",
    "upstream",
    "quelle",
    "herkunft",
    "lien",
    "fuente",
    "enlace",
    "fonte",
    "источник",
    "ссылка",
    "来源",
    "链接",
    "出典",
    "リンク",
  ],
  ignore: [
    "layer",
    "priority",
    "dependencies",
    "depends on",
    "requires",
    "discussion",
    "votes",
    "implementation",
    "prerequisites",
    "audience",
    "when to read",
    "use when",
  ],
} satisfies Readonly<Record<ClaimColumn, readonly string[]>>;

const COLUMN_OF: ReadonlyMap<string, ClaimColumn> = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as ClaimColumn] as const)),
);

/** What a heading, field name or key stands for; null where it is not known. Case, marks around it, and `-` or `_` for blanks do not matter. */
export function claimOfHeader(header: string): ClaimColumn | null {
  if (header.length > 60) return null;
  const bare = header
    .toLowerCase()
    .replace(/[-_]+/g, " ")
    .replace(/[*`:：?]+|\p{Emoji_Presentation}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return COLUMN_OF.get(bare) ?? COLUMN_OF.get(bare.replace(/\s*\([^()]*\)$/, "")) ?? claimOfLastWord(bare);
}

/** Last words that keep their meaning whatever stands before them: `Spec Name`, `Document Status`, `Proposal ID`. Paths are left out: an "output file" lists nothing. */
const TELLING_LAST_WORDS: ReadonlySet<string> = new Set(
  "title name description summary status id identifier number version date owner author authors language checksum hash".split(" "),
);

function claimOfLastWord(bare: string): ClaimColumn | null {
  const words = bare.split(" ");
  const last = words.at(-1) ?? "";
  return words.length <= 3 && TELLING_LAST_WORDS.has(last) ? (COLUMN_OF.get(last) ?? null) : null;
}

/** Algorithms by the number of a digest's hexadecimal digits, in node:crypto's names. */
const ALGORITHM_OF_LENGTH: Readonly<Record<number, string>> = {
  32: "md5",
  40: "sha1",
  56: "sha224",
  64: "sha256",
  96: "sha384",
  128: "sha512",
};

/** A checksum as written: `sha256:ab12…`, `SHA-256=…`, or digits alone, whose number then tells the algorithm. Null where it is none. */
export function checksumOf(text: string, algorithm?: string): NonNullable<Claims["checksum"]> | null {
  const match = /^(?:([a-z0-9/_-]+)[:=]\s*)?([0-9a-f]{32,128})$/i.exec(text.trim());
  const value = match?.[2]?.toLowerCase();
  if (value === undefined) return null;
  const named = (match?.[1] ?? algorithm)
    ?.toLowerCase()
    .replace(/^sha[-_](?=[12358])/, "sha")
    .replace("_", "-");
  const found = named ?? ALGORITHM_OF_LENGTH[value.length];
  return found === undefined ? null : { algorithm: found, value };
}

/** A size as written: `2,346`, `~1340 lines`, `12 KB`. A number alone has the unit that `unit` gives, bytes by default. Null where it is none. */
export function sizeOf(text: string, unit = "byte"): NonNullable<Claims["size"]> | null {
  const match = /^~?\s*(\d[\d,]*(?:\.\d+)?)\s*(\p{L}*)$/u.exec(text.trim());
  const value = Number((match?.[1] ?? "").replace(/,/g, ""));
  if (!match || !Number.isFinite(value)) return null;
  return { value, unit: (match[2] ?? "").replace(/(?<=\p{Ll})s$/u, "") || unit };
}
