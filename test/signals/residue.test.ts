import { describe, expect, it } from "vitest";
import { measureResidue } from "../../src/signals/residue.ts";
import type { ResidueSignal } from "../../src/types.ts";
import { documentOf } from "../support/checked-set.ts";

const PROSE =
  "The harbour board decided on Tuesday to rebuild the northern lock, which has been out of service since the flood two winters ago.\n";

const NEWS = `Harbour Lock Reopens Ten Best Winter Coats Ferry Fares Rise Again Museum Night Guide Cheap Flights to Oslo Quiz: Know Your Tides? New Bakery on Quay Street
Want us to notify you of breaking news and the latest stories?
No, thank you

Northern lock to be rebuilt

Jane Miller
Getty Images

${PROSE.repeat(4)}
Related Articles
`;

function measure(text: string, path = "a.txt"): ResidueSignal {
  const signal = measureResidue(documentOf(text, path));
  if (signal === null) throw new Error(`${path} has no residue signal`);
  return signal;
}

const linesOf = (text: string, path?: string) => measure(text, path).lines.map(({ line }) => line);

describe("measureResidue, pages", () => {
  it("quotes the lines of a news page that belong to the page, with what each is", () => {
    expect(measure(NEWS).lines.map(({ line, sort, note }) => [line, sort, note])).toEqual([
      [1, "navigation", "headlines of other articles in a row"],
      [2, "prompt", "asks to sign up or to be notified"],
      [3, "prompt", "a prompt's button"],
      [8, "credit", "a photo credit"],
      [15, "related", "leads to other articles"],
    ]);
  });

  it("gives the share of the characters and the points", () => {
    const { ratio, points, lines } = measure(NEWS);
    const all = NEWS.split("\n").filter((line) => line !== "");
    const residue = lines.reduce((sum, { line }) => sum + (NEWS.split("\n")[line - 1] ?? "").length, 0);
    expect(ratio).toBeCloseTo(residue / all.join("").length, 10);
    expect(points).toBeGreaterThanOrEqual(8);
  });

  it("finds a page's head and foot around prose of any length", () => {
    const page = `Skip to content\nMenu\nHome\nAbout us\n${PROSE.repeat(300)}Leave a comment\nYour email address will not be published.\nPrivacy Policy\nTerms of Use\n`;
    expect(linesOf(page)).toEqual([1, 2, 3, 4, 305, 306, 307, 308]);
  });

  it("finds a menu by its shape, in a language that no table knows", () => {
    const menu = "Baile\nNuacht\nSpórt\nAimsir\nCeol\nLeabhair\nTaisteal\nSláinte\nOideachas\nTeicneolaíocht\nGnó\nBia\n";
    const page = `Glas nua sa chuan | An Iris\n${menu}Glas nua sa chuan\n${PROSE.repeat(5)}${menu}© 2026 An Iris\nFacebook\nInstagram\n`;
    const signal = measure(page);
    expect(signal.lines.find(({ line }) => line === 1)?.note).toBe("a browser window's title: the heading below with the site's name");
    expect(signal.lines.find(({ line }) => line === 2)?.note).toBe("one of 13 short lines in a row: a menu");
    expect(signal.lines.length).toBeGreaterThan(24);
  });

  it("needs more than shape: a list of names is no page", () => {
    const names = "Alder\nBirch\nCedar\nElm\nFir\nHazel\nJuniper\nLarch\nMaple\nOak\nPine\nRowan\nSpruce\nWillow\n";
    expect(measure(`${names}\n${PROSE}${names}`)).toMatchObject({ lines: [], ratio: 0 });
  });

  it.each([
    [
      "de",
      "Zum Inhalt springen\nMenü\nAnmelden\nNewsletter abonnieren\n",
      "Kommentar schreiben\nImpressum\nDatenschutz\nAlle Rechte vorbehalten\n",
    ],
    ["fr", "Aller au contenu\nMenu\nSe connecter\n", "Laisser un commentaire\nMentions légales\nTous droits réservés\n"],
    ["es", "Saltar al contenido\nMenú\nIniciar sesión\n", "Deja un comentario\nAviso legal\nTodos los derechos reservados\n"],
    ["pt", "Pular para o conteúdo\nMenu\nPublicidade\n", "Deixe um comentário\nTodos os direitos reservados\n"],
    ["ru", "Перейти к содержимому\nМеню\nРеклама\n", "Оставить комментарий\nВсе права защищены\n"],
    ["zh", "跳至内容\n首页\n登录\n", "发表评论\n广告\n返回顶部\n"],
    ["ja", "コンテンツへスキップ\nメニュー\nログイン\n", "コメントを残す\n広告\nページトップへ\n"],
  ])("knows pages in %s", (_language, head, foot) => {
    expect(linesOf(`${head}${PROSE.repeat(3)}${foot}`).length).toBeGreaterThanOrEqual(5);
  });

  it("reads a saved HTML page as it is shown", () => {
    const html = `<!DOCTYPE html>\n<html><head><title>Lock</title><script>var menu = "Skip to content"</script></head><body>\n<a href="#c">Skip to content</a>\n<nav><ul><li>Home</li><li>Subscribe now</li></ul></nav>\n<p>${PROSE}</p>\n<div>Share this article</div><div>Advertisement</div><footer>All rights reserved. Privacy Policy</footer></body></html>`;
    const { lines } = measure(html, "a.html");
    expect(lines.map(({ line }) => line)).toContain(3);
    expect(lines.every(({ quote }) => !quote.includes("<"))).toBe(true);
  });

  it("counts one phrase once, however often it is said", () => {
    const page = `${PROSE}We use cookies to keep you logged in, and for nothing else.\nWe use cookies to count visits.\nWe use cookies to remember.\n`;
    expect(measure(page)).toMatchObject({ lines: [], points: 3 });
  });
});

describe("measureResidue, documents", () => {
  it.each([
    ["one heading that pages use too", `# Lock control\n\n${PROSE}\n## Related\n\n${PROSE}\n## Comments\n\n${PROSE}`],
    [
      "a table of contents",
      `# Lock control\n\n- [Home](index.md)\n- [Menu](menu.md)\n- [Contact](contact.md)\n- [About](about.md)\n- [Search](search.md)\n\n${PROSE}`,
    ],
    [
      "menus in a code block",
      `# A page\n\n${PROSE}\n\`\`\`\nSkip to content\nMenu\nAccept all cookies\nSubscribe now\nLeave a comment\n\`\`\`\n`,
    ],
    [
      "a table of labels",
      `# Labels\n\n| label | German |\n| --- | --- |\n| Skip to content | Zum Inhalt springen |\n| Accept cookies | Cookies akzeptieren |\n\n${PROSE}`,
    ],
    ["a design of a consent dialog", `# Consent\n\n${PROSE}\n## Accept all\n\n${PROSE}\n## Reject all\n\n${PROSE}`],
    ["prose", PROSE.repeat(20)],
  ])("leaves %s alone", (_what, text) => {
    expect(measure(text, "a.md")).toMatchObject({ lines: [], ratio: 0 });
  });

  it("is not measured where a document is data or has no text", () => {
    expect(measureResidue(documentOf('{"menu":"Skip to content"}', "a.json"))).toBeNull();
    expect(measureResidue({ ...documentOf("x", "a.bin"), text: null, lines: [] })).toBeNull();
  });

  it("has nothing to say about an empty document", () => {
    expect(measure("\n")).toEqual({ lines: [], ratio: 0, points: 0 });
  });
});

describe("measureResidue, hostile input", () => {
  it.each([
    ["opening brackets", `x [](${"[".repeat(1980)}\n`.repeat(100)],
    ["half links", `${"[a](b".repeat(300)}\n`.repeat(100)],
    ["blanks within", `Menu${" ".repeat(1400)}x\n`.repeat(100)],
    ["menu words in one line", `${"Home News Sport ".repeat(90)}\n`.repeat(100)],
    ["networks in one line", `${"Facebook Twitter ".repeat(9)}!\n`.repeat(1000)],
    ["bylines", `By ${"Aa ".repeat(50)}\n`.repeat(1000)],
    ["one line", "Home ".repeat(200_000)],
    ["scattered labels", `Menu\n${"a line of prose that says nothing\n".repeat(9)}`.repeat(20_000)],
    ["labels", "Home\nAbout\n".repeat(50_000)],
    ["unclosed HTML", `<html>${"<div ".repeat(100_000)}`],
    ["unclosed elements", `<html>${"<svg>".repeat(100_000)}`],
  ])("ends in time on %s", (_what, text) => {
    const started = performance.now();
    measureResidue(documentOf(text, "a.md"));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("measureResidue, underlines that look like fences", () => {
  it("reads what follows a title that is underlined with tildes", () => {
    const page = [
      "Share on Facebook",
      "Share on Twitter",
      "Sign up for our newsletter",
      "Related articles",
      "Advertisement",
      "All rights reserved.",
    ].join("\n\n");
    const text = `Clock\n~~~~~\n\nThe clock drifts.\n\n${page}\n`;
    const bare = measureResidue(documentOf(text.replace("~~~~~", "====="), "a.rst"));
    const residue = measureResidue(documentOf(text, "a.rst"));
    expect(bare?.lines.length).toBeGreaterThan(3);
    expect(residue?.lines).toEqual(bare?.lines);
  });
});
