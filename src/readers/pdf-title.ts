/**
 * Titles that programs write where the author gave none, or that name the file and not the document. Source: the producers' own defaults (Word and
 * PowerPoint's print dialogs, LaTeX, InDesign, QuarkXPress, scanners' drivers) and the titles of PDFs in public sets (2026-11).
 */
const JUNK_TITLES: readonly RegExp[] = [
  /^(?:untitled|unbenannt|ohne titel|sans titre|sin título|senza titolo|sem título|無題|无标题|제목 없음)(?:[\s_-]*(?:document|dokument|spreadsheet|presentation|drawing)?[\s_-]*\d*)?$/i,
  /^(?:document|dokument|doc|title|titel|presentation|präsentation|scan|scanned document|image|template|slide|print|print job|powerpoint(?:-präsentation| presentation)|word document|about:blank|new document|test)[\s_-]*\d*$/i,
  /^(?:microsoft (?:word|powerpoint|excel|publisher|visio) - )/i,
  /^(?:file|https?|ftp):\/\//i,
  /^(?:[a-z]:)?[\\/]|\\/i,
  /\.(?:docx?|odt|rtf|pdf|ps|eps|dvi|tex|ltx|indd|qxd|pptx?|xlsx?|ods|odp|odg|html?|md|txt|tmp|vsdx?|pub|wpd|fm|pages|key|cdr|ai|pmd|p65)$/i,
];

/** A title that metadata states, blanks made single; null where it names no document: a program's default, a file or path, no letters, one long token. */
export function metadataTitle(stated: string): string | null {
  const title = stated.replace(/[\s\0\u200b\ufeff]+/g, " ").trim();
  if (!/\p{L}{2}/u.test(title) || JUNK_TITLES.some((pattern) => pattern.test(title))) return null;
  return /^[\w.-]{24,}$/.test(title) || title.length > 500 ? null : title;
}
