/** What the headings and keys of lists of documents are called, in eight languages. */
import type { ClaimColumn } from "./data-claims.ts";

/**
 * Names by meaning, lower-case, blanks for `-` and `_`. Sources: the headings of the tables in 135 public indexes (2026-11), Dublin Core's
 * terms, Data Package v1 and v2, and the words' translations into German, French, Spanish, Portuguese, Russian, Chinese and Japanese.
 */
export const CLAIM_NAMES = {
  path: [
    ..."path | file | files | filename | file name | file path | filepath | document path | doc path | location | href".split(" | "),
    ..."target | local file | local path | local copy | spec file | source file | relative path | document file".split(" | "),
    ..."file or folder | paths | src | pdf | datei | dateiname | pfad | fichier | chemin | archivo | ruta | arquivo | caminho".split(" | "),
    ..."файл | путь | имя файла | 文件 | 文件名 | 路径 | ファイル | ファイル名 | パス".split(" | "),
  ],
  title: [
    ..."title | name | document | doc | document title | document name | topic | subject | heading | spec | specification".split(" | "),
    ..."feature | chapter | proposal | label | paper | article | guide | titel | name des dokuments | dokument | titre | nom".split(" | "),
    ..."título | titulo | nombre | documento | nome | название | документ | заголовок | 标题 | 名称 | 文档 | 题目 | タイトル | 名前 | 文書".split(
      " | ",
    ),
  ],
  description: [
    ..."description | desc | summary | purpose | about | content | contents | notes | note | comment | comments | what".split(" | "),
    ..."what it is | what it covers | covers | scope | abstract | details | overview | focus | key content | beschreibung".split(" | "),
    ..."inhalt | zweck | contenu | objet | descripción | descripcion | contenido | descrição | descricao | conteúdo | описание".split(
      " | ",
    ),
    ..."содержание | назначение | 描述 | 说明 | 内容 | 摘要 | 简介 | 用途 | 説明 | 概要".split(" | "),
  ],
  kind: "kind | type | category | document type | doc type | genre | class | art | typ | tipo | тип | вид | 类型 | 类别 | 種類 | 種別".split(
    " | ",
  ),
  identifier: [
    ..."id | identifier | ref | reference | doc id | document id | key | code | spec id | requirement | req | req id | doi".split(" | "),
    ..."arxiv | arxiv id | kennung | bezeichner | identifiant | identificador | идентификатор | 编号 | 标识 | 識別子".split(" | "),
  ],
  number: [
    ..."number | no | no. | nr | nr. | num | # | № | nummer | numéro | numero | número | номер | 序号 | 番号 | bep | hip | slip".split(
      " | ",
    ),
    ..."cip | bip".split(" | "),
  ],
  language: "language | lang | locale | sprache | langue | idioma | язык | 语言 | 言語".split(" | "),
  date: [
    ..."date | updated | last updated | last modified | modified | created | published | issued | year | release date".split(" | "),
    ..."last reviewed | datum | stand | jahr | date de publication | fecha | año | data | ano | дата | год | 日期 | 更新日期 | 日付".split(
      " | ",
    ),
    ..."更新日 | 年".split(" | "),
  ],
  version: [
    ..."version | ver | ver. | rev | rev. | revision | release | edition | ausgabe | fassung | versión | versão | версия".split(" | "),
    ..."редакция | 版本 | バージョン | 版".split(" | "),
  ],
  status: [
    ..."status | state | stage | maturity | progress | stand der arbeit | zustand | statut | état | estado | статус".split(" | "),
    ..."состояние | 状态 | 状態".split(" | "),
  ],
  size: [
    ..."size | bytes | byte size | size bytes | size kb | size mb | page count | word count | line count | content size".split(" | "),
    ..."file size | length | pages | lines | words | größe | seiten | zeilen | taille | tamaño | tamanho | размер | страниц".split(" | "),
    ..."大小 | 页数 | 行数 | サイズ | ページ数".split(" | "),
  ],
  checksum: [
    ..."checksum | hash | sha256 | sha 256 | sha1 | sha 1 | sha512 | sha 512 | sha384 | md5 | sha256sum | sha512sum | sha1sum".split(" | "),
    ..."md5sum | blake2b | digest | prüfsumme | somme de contrôle | контрольная сумма | 校验和 | 哈希 | チェックサム".split(" | "),
  ],
  owner: [
    ..."owner | owners | author | authors | author(s) | maintainer | maintainers | editor | editors | responsible | contact".split(" | "),
    ..."champion | autor | autoren | verantwortlich | auteur | auteurs | autores | responsable | responsável | автор".split(" | "),
    ..."ответственный | 作者 | 负责人 | 著者 | 担当".split(" | "),
  ],
  sourceUrl: [
    ..."url | source | source url | origin | original | link | links | website | web | download | upstream | quelle | herkunft".split(
      " | ",
    ),
    ..."lien | fuente | enlace | fonte | источник | ссылка | 来源 | 链接 | 出典 | リンク".split(" | "),
  ],
  ignore: [
    ..."layer | priority | dependencies | depends on | requires | discussion | votes | implementation | prerequisites".split(" | "),
    ..."audience | when to read | use when".split(" | "),
  ],
} satisfies Readonly<Record<ClaimColumn, readonly string[]>>;
