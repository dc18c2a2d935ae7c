/** HTML elements in wikitext. Source: MediaWiki 1.39.17, Sanitizer.php, read 2026-11; extensions of mediawiki.org and Wikipedia. */

/** Elements whose text is shown as code. */
export const CODE_TAG = /^(?:code|tt|kbd|samp|var)$/;
/** Elements whose text is struck through. */
export const STRUCK_TAG = /^(?:s|del|strike)$/;
/** Elements whose text is strong. */
export const STRONG_TAG = /^(?:b|strong)$/;
/** Elements that start and end a line of their own. */
export const BREAKING_TAG = /^(?:p|div|table|tr|td|th|caption|ul|ol|dl|li|dt|dd|blockquote|center|h[1-6])$/;
/** Tags that MediaWiki lets through, with the most usual of extensions; any other is text. */
export const KNOWN_TAG =
  /^(?:abbr|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|data|dd|del|dfn|div|dl|dt|em|font|h[1-6]|hr|i|ins|kbd|li|link|mark|meta|ol|p|q|rb|rp|rt|rtc|ruby|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr|a|img|ref|references|includeonly|noinclude|onlyinclude|poem|section|translate|languages|nowiki|pre|tvar)$/;
