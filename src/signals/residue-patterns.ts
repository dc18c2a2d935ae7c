/**
 * What page furniture is shaped like where its words vary: bylines, datelines, photo credits, counts, prompts.
 *
 * Source: written down in 2026-11 from the layout of news and blog pages (bylines and datelines as press style guides set them), checked
 * on the same texts as `residue-phrases.ts`. Expressions run only on lines of at most 160 characters that hold one of their key words.
 */
import type { ResidueSort } from "./residue-phrases.ts";

export interface PatternRow {
  readonly sort: ResidueSort;
  readonly note: string;
  readonly points: number;
  /** Words in lower case, one of which a line must hold before the expression is tried. */
  readonly keys: string;
  /** Tried on the trimmed line, as it stands. */
  readonly pattern: RegExp;
}

const NAME = String.raw`\p{Lu}[\p{L}.'’-]{0,20}(?: (?:\p{Lu}|de |van |von |al-|bin )[\p{L}.'’-]{0,20}){1,4}`;

export const PATTERN_ROWS: readonly PatternRow[] = [
  {
    sort: "prompt",
    note: "asks to be allowed to notify",
    points: 3,
    keys: "want would do möchten willst souhaitez voulez quieres deseja quer vuoi хотите",
    pattern:
      /^(?:want|would you like|do you want|möchten sie|willst du|souhaitez-vous|voulez-vous|quieres|¿quieres|deseja|quer|vuoi|хотите)\b.{0,90}\b(?:notif\p{L}*|alert\p{L}*|news|latest|updates?|emails?|newsletters?|benachrichtig\p{L}*|nachrichten|actualités|noticias|notícias|notifiche|notizie|уведомлени\p{L}*)\b.{0,60}\?$/iu,
  },
  {
    sort: "credit",
    note: "a photo credit",
    points: 3,
    keys: "images photos",
    pattern: /^\(?(?:\p{Lu}[\p{L}\d.&'’-]{1,20} ){1,3}(?:Images|Photos)(?: ?\/ ?[\p{L} .]{2,40})?\)?$/u,
  },
  {
    sort: "credit",
    note: "a photo credit",
    points: 2,
    keys: "photo photos photograph photographer photography image images picture pictures illustration foto fotos bild bilder bildquelle bildnachweis crédit crédits credit credits fot zdjęcie фото kuva imagen imagem quelle",
    pattern:
      /^[([]?(?:(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ii]llustration|[Cc]over|[Hh]eader|[Ff]eatured|PHOTO|IMAGE)s?(?: [Ii]mage| [Pp]hoto)? (?:[Cc]redits?|[Cc]ourtesy|[Ss]ource|CREDITS?|[Bb]y|BY|[Vv]ia)\b|[Pp]hotograph(?:er|y|s)?(?: by)?(?= ?[:/]| \p{Lu})|(?:[Pp]hotos?|PHOTO|[Ff]otos?|FOTO|[Ff]ot\.|[Фф]ото|[Zz]djęcie|[Cc]rédits? (?:[Pp]hoto)?s?|[Bb]ild(?:er)?|Bildquelle|Bildnachweis|Kuva|Imagen|Imagem|Image|Picture|Quelle|Credits?)(?= ?[:©]))[^:©/]{0,12}[:©/]? ?©? ?[\p{Lu}@][^.]{1,70}\.?$/u,
  },
  {
    sort: "credit",
    note: "a photo credit",
    points: 2,
    keys: "photo photos foto image images picture bild",
    pattern: /[([](?:photo|foto|image|picture|bild)s?(?: (?:by|credit|courtesy of))? ?[:/©].{2,70}[)\]]\.?$/iu,
  },
  {
    sort: "byline",
    note: "a byline",
    points: 1.5,
    keys: "by von par por di door av af от автор",
    pattern: new RegExp(
      `^(?:By|BY|Von|Par|Por|Di|Door|Av|Af|От|Автор:?|Written by|Posted by|Published by|Story by|Words by|Text by|Reported by):? ${NAME}(?:,? (?:and|und|et|y|e|en|&) ${NAME})?(?: ?[,|–—•·-] ?.{0,80})?$`,
      "u",
    ),
  },
  {
    sort: "byline",
    note: "when it was posted",
    points: 2,
    keys: "ago vor il hace há fa geleden назад temu sedan",
    pattern:
      /^(?:(?:posted|published|updated|last updated|geschrieben|aktualisiert|publié|publicado|pubblicato|обновлено)\b.{0,30})?(?:about )?(?:an?|one|\d{1,3}) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?) ago\b.{0,40}$|^vor \d{1,3} (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)$|^il y a \d{1,3} (?:minutes?|heures?|jours?|mois|ans?|semaines?)$|^h(?:ace|á) \d{1,3} (?:minutos?|horas?|d[ií]as?|meses?|mes|semanas?|años?|anos?)$|^\d{1,3} (?:minut[oi]|or[ae]|giorn[oi]) fa$|^\d{1,3} (?:минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день) назад$/iu,
  },
  {
    sort: "byline",
    note: "when it was posted",
    points: 2,
    keys: "posted published publié publicado pubblicato veröffentlicht erstellt updated aktualisiert mis опубликовано gepubliceerd publicerad stand submitted last",
    pattern:
      /^(?:posted|published|first published|updated|last updated|publié|mis à jour|publicado|actualizado|pubblicato|veröffentlicht|erstellt|aktualisiert|опубликовано|gepubliceerd|publicerad|submitted)\b(?: (?:on|at|by|in|le|el|em|il|am|op))?:? .{0,60}\b(?:\d{1,2}[:.h]\d{2}\b|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[,. ]|uhr\b|ist\b|gmt\b|est\b|pst\b).{0,40}$|^posted (?:on|in|by)\b.{2,60}$/iu,
  },
  {
    sort: "byline",
    note: "a dateline",
    points: 1.5,
    keys: "mon tue tues wed thu thur fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo",
    pattern:
      /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?),? \d{4}\b.{0,30}$|^(?:mo|diens|mitt|donners|frei|sams|sonn)(?:n?tag|woch)?,? (?:den )?\d{1,2}\. ?(?:\p{L}{3,9}|\d{1,2}\.) ?\d{4}\b.{0,20}$|^(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che) \d{1,2}(?:er)? \p{L}{3,9} \d{4}\b.{0,20}$|^(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? \d{1,2} (?:de )?\p{L}{4,10} (?:de(?:l)? )?\d{4}\b.{0,20}$/iu,
  },
  {
    sort: "byline",
    note: "a reading time",
    points: 2,
    keys: "read reading lesezeit lecture lectura leitura lettura leestijd",
    pattern:
      /^(?:.{0,40}[•·|–-] ?)?\d{1,3}[ -]min(?:ute|s|utes)? (?:read|reading time)$|^(?:estimated )?(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd)\b ?:? ?(?:ca\. ?|about )?\d{1,3} ?min\p{L}{0,6}\.?$/iu,
  },
  {
    sort: "comments",
    note: "counts comments",
    points: 2,
    keys: "comments comment kommentare kommentar commentaires comentarios comentários commenti reacties replies responses views thoughts votes ratings likes reviews",
    pattern:
      /^\(?\d[\d.,]{0,8}k?\)? (?:user )?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|comment[io]|reacties|replies|responses to .{2,120}|thoughts? on .{2,120}|likes|votes?|ratings?|reviews?)$|^(?:comments?|kommentare|commentaires|comentarios|comentários|commenti|reacties) ?\(\d{1,6}\)$|^\d(?:\.\d{1,2})? (?:from|out of 5 from) \d{1,6} (?:votes?|ratings?|reviews?)$/iu,
  },
  {
    sort: "comments",
    note: "opens a reader's comment",
    points: 2,
    keys: "says sagt dit dice disse schrieb said wrote",
    pattern:
      /^\p{Lu}[^,.:;]{0,30} (?:says|sagt|dit|dice|disse|schrieb)(?: (?:at|am|um|le|on) .{4,30})?:$|^\p{Lu}[^,.:;]{0,30} (?:says|said|wrote)(?: on)? \p{L}{3,9}\.? \d{1,2},? \d{4}.{0,20}:?$/u,
  },
  {
    sort: "comments",
    note: "opens a reader's comment",
    points: 1.5,
    keys: "january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec januar februar märz mai juni juli oktober dezember um",
    pattern:
      /^(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4},? at|\d{1,2}\. ?\p{L}{3,9} \d{4} um|\d{1,2}\.\d{1,2}\.\d{4} um|\d{1,2} \p{L}{3,9} \d{4} (?:at|à)) \d{1,2}[:.h]\d{2} ?(?:[ap]\.?m\.?|uhr)?(?: .{0,30})?$/iu,
  },
  {
    sort: "footer",
    note: "a copyright line",
    points: 1,
    keys: "copyright c ©",
    pattern:
      /^(?:copyright ?(?:©|\(c\))? ?|(?:©|\(c\)) ?(?:copyright )?)(?:\p{L}[^\d]{0,50})?(?:19|20)\d{2}(?: ?[-–—] ?(?:19|20)?\d{2,4})?\b.{0,120}$/iu,
  },
  {
    sort: "footer",
    note: "a footer's statement",
    points: 2,
    keys: "powered designed präsentiert hosted",
    pattern:
      /^(?:proudly |site |website |web )?(?:powered|hosted|designed|developed|designed and developed) by:? \p{Lu}[^.]{1,50}\.?$|^(?:mit )?stolz präsentiert von .{2,40}$/u,
  },
  {
    sort: "navigation",
    note: "a page of a list",
    points: 2,
    keys: "page seite pagina página next weiter last suivant",
    pattern:
      /^(?:page|seite|página|pagina) \d{1,4} (?:of|von|de|di|van) \d{1,4}\b.{0,20}$|^(?:[«‹<←] ?)?(?:\d{1,3} ){2,12}(?:(?:…|\.{3}) ?(?:\d{1,4} )?)?(?:next|weiter|suivante?|siguiente|last|older|»|›)\b.{0,20}$/iu,
  },
  {
    sort: "navigation",
    note: "a breadcrumb",
    points: 2,
    keys: "home start startseite accueil inicio início homepage главная 首页 ホーム",
    pattern:
      /^(?:you are here:? |sie sind hier:? )?(?:home(?:page)?|start(?:seite)?|accueil|inicio|início|главная|首页|ホーム) ?(?:[>»›/→]|::) ?\p{L}.{0,140}$/iu,
  },
  {
    sort: "share",
    note: "share buttons in a row",
    points: 3,
    keys: "facebook twitter",
    pattern:
      /^(?:(?:share|follow us|follow|teilen|partager|compartir|condividi)(?: on)?:? )?(?:(?:facebook|twitter|instagram|pinterest|linkedin|whatsapp|reddit|tumblr|youtube|tiktok|e-?mail|google\+|rss|print|x|flipboard|telegram|copy link|share|pocket|messenger|xing|pin|tweet|vimeo|threads|bluesky|snapchat)(?:[ ,|/•·]{1,3}|$)){3,12}$/iu,
  },
  {
    sort: "advertisement",
    note: "a price to buy at",
    points: 1,
    keys: "at see buy check",
    pattern: /^(?:see at|buy at|check price at|view deal|buy now at|see price at|\$\d[\d,.]{0,9} at) .{2,40}$|^check price$/iu,
  },
];
