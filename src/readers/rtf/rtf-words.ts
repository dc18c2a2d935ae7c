/** Control words by what they do to the text. Source: RTF Specification 1.9.1 (2008), and the files of Word, LibreOffice and pandoc. */

/** Words that stand for characters. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: " ",
    line: "\n",
    lbr: "\n",
    emdash: "—",
    endash: "–",
    emspace: " ",
    enspace: " ",
    qmspace: " ",
    bullet: "•",
    lquote: "‘",
    rquote: "’",
    ldblquote: "“",
    rdblquote: "”",
    nestcell: " ",
    nestrow: " ",
    zwj: "\u200d",
    zwnj: "\u200c",
  }),
);

/** Groups that begin with one of these hold no text of the document. `stylesheet`, `fonttbl` and `info` are read for other things. */
export const SKIPPED_GROUPS: ReadonlySet<string> = new Set(
  "colortbl pict nonshppict objdata objclass objname header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst xe tc tcn rxe txe sp filetbl revtbl listtable listoverridetable rsidtbl generator pgptbl themedata colorschememapping latentstyles datastore xmlnstbl mmathPr bkmkstart bkmkend atnid atnauthor atndate atnref atntime atnparent template author operator keywords doccomm company manager category subject comment hlinkbase creatim revtim printim buptim private pntxta pntxtb".split(
    " ",
  ),
);

/** Groups marked as optional (`\*`) whose text counts all the same. */
export const KEPT_OPTIONAL: ReadonlySet<string> = new Set(["shpinst", "shptxt", "annotation", "footnote", "do", "dptxbxtext", "shppict"]);
