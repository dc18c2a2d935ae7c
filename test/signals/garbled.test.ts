import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureGarbled } from "../../src/signals/garbled.ts";
import { CODE_PAGES } from "../../src/signals/garbled-code-pages.ts";
import { findMojibake, undoMojibake } from "../../src/signals/garbled-mojibake.ts";
import { documentOf } from "../support/checked-set.ts";

const measure = (text: string, path = "gauge.md") => measureGarbled(documentOf(text, path));

/** The text as a program shows it that takes its UTF-8 for this code page. */
function readAs(text: string, codePage: string): string {
  const page = CODE_PAGES.find(({ name }) => name === codePage)?.characters ?? "";
  return [...Buffer.from(text)].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : page[byte - 0x80])).join("");
}

const NAMES = CODE_PAGES.map(({ name }) => name);

describe("the code pages", () => {
  it("have 128 characters each, none twice", () => {
    for (const { characters } of CODE_PAGES) expect([characters.length, new Set(characters).size]).toEqual([128, 128]);
  });

  it.each([
    ["Mac Roman", "macintosh"],
    ["Windows-1251", "windows-1251"],
    ["KOI8-R", "koi8-r"],
  ])("agree with the platform's decoder: %s", (name, label) => {
    const bytes = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at);
    expect(CODE_PAGES.find((page) => page.name === name)?.characters).toBe(new TextDecoder(label).decode(bytes));
  });
});

describe("measureGarbled, UTF-8 read by another code page", () => {
  const SAMPLES = ["Le café – “naïf” – d’été", "Привет, мир!", "水位计每分钟发送一次水位", "größer, höher, Übergröße"];

  it.each(NAMES.flatMap((name) => SAMPLES.map((sample) => [name, sample] as const)))(
    "knows %s and what it should read: %s",
    (name, sample) => {
      const signal = measure(`# Gauge\n\n${readAs(sample, name)}\n`);
      expect(signal).toMatchObject({ sort: "mojibake", cause: `UTF-8 read as ${name}`, evidence: [{ line: 3, reading: sample }] });
    },
  );

  it("undoes what was read wrongly twice", () => {
    const twice = readAs(readAs("café été – là", "Windows-1252"), "Windows-1252");
    expect(measure(twice)?.evidence[0]?.reading).toBe("café été – là");
  });

  it("knows Latin-1, whose controls nobody sees", () => {
    const text = Buffer.from("It’s the gauge’s clock").toString("latin1");
    expect(measure(text)).toEqual({
      sort: "mojibake",
      count: 2,
      cause: "UTF-8 read as Windows-1252",
      evidence: [{ line: 1, quote: text, reading: "It’s the gauge’s clock" }],
      confidence: 0.8,
    });
  });

  it("counts every sequence, and quotes five lines", () => {
    const signal = measure("cafÃ© Ã\u00a0 la crÃ¨me\n".repeat(9));
    expect([signal?.count, signal?.confidence, signal?.evidence.map(({ line }) => line)]).toEqual([27, 0.97, [1, 2, 3, 4, 5]]);
  });

  it("undoes any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aé–’ößñЖя中水 "), minLength: 1, maxLength: 40 }),
        fc.constantFrom(...NAMES),
        (text, name) => {
          expect(undoMojibake(readAs(text, name), name)).toBe(text);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it("finds as many places in a text as it has characters beyond ASCII", () => {
    const garbled = readAs("é – ü – ñ", "Windows-1252");
    expect(findMojibake(garbled)?.hits.map(({ at, character }) => [at, character])).toEqual([
      [0, "é"],
      [3, "–"],
      [7, "ü"],
      [10, "–"],
      [14, "ñ"],
    ]);
  });
});

describe("measureGarbled, other ways", () => {
  it("knows Cyrillic in its own code page read as Windows-1252", () => {
    expect(measure("Ïðîòîêîë óðîâíåìåðà îïèñûâàåò ïåðåäà÷ó çíà÷åíèé óðîâíÿ\n")).toMatchObject({
      cause: "Windows-1251 read as Windows-1252",
      evidence: [{ reading: "Протокол уровнемера описывает передачу значений уровня\n".trim() }],
    });
  });

  it.each([
    ["Shift_JIS", "縺薙ｓ縺ｫ縺｡縺ｯ縲√％繧後?繝?せ繝医〒縺吶€"],
    ["GBK", "姘翠綅璁★紝姣忓垎閽燂紝鍙戦€侊紝涓€娆★紝姘翠綅锛屾敹闆嗗櫒锛屼繚瀛橈紝锛屻€銆銆"],
  ])("knows UTF-8 read as %s", (name, text) => {
    expect(measure(`# 水\n\n${text.repeat(2)}\n`)).toMatchObject({ sort: "mojibake", cause: `UTF-8 read as ${name}` });
  });

  it("knows lost characters in number", () => {
    expect(measure("Le gauge est r\ufffdgl\ufffd \ufffd l\u2019\ufffdt\ufffd.\n")).toEqual({
      sort: "replacement",
      count: 5,
      cause: "bytes that the encoding does not have were replaced",
      evidence: [{ line: 1, quote: "Le gauge est r\ufffdgl\ufffd \ufffd l\u2019\ufffdt\ufffd.", reading: null }],
      confidence: 0.97,
    });
    expect(measure("One \ufffd is shown.\n")).toBeNull();
  });

  it("knows glyph numbers and private letters within words", () => {
    expect(measure("The (cid:12)rst (cid:13)oat of the (cid:12)eld\n")).toMatchObject({ sort: "glyphs", count: 3 });
    expect(measure("of\ue001ce ef\ue001cient suf\ue001cient af\ue001rm con\ue001rm\n")).toMatchObject({ sort: "glyphs", count: 5 });
  });

  it("knows words taken apart", () => {
    const apart = "T h e g a u g e s e n d s\n\n";
    expect(measure(apart.repeat(3))).toMatchObject({
      sort: "shredded",
      count: 3,
      confidence: 0.6,
      evidence: [{ line: 1 }, { line: 3 }, { line: 5 }],
    });
    expect(measure("D IFFU C ODER sends.\n".repeat(3))).toMatchObject({ sort: "shredded", count: 3 });
    expect(measure(apart)).toBeNull();
  });
});

describe("measureGarbled, sound texts", () => {
  it.each([
    ["French", "L’été à Évian — « déjà vu », c’est l’année où naît Zoé… “Où ?” dit-elle : É… »\n".repeat(4)],
    ["German", "Größe „Ü“ – MENÜ“ und ‚Ä‘ … Straße“, Spaß” (Ö)\n".repeat(4)],
    ["Portuguese capitals", "A MANHÃ” E A LÃ” SÃO DE MAÇÃ… É Â”\n".repeat(4)],
    ["Swedish capitals", "PÅ” ÅÄÖ” – ÄR “Å” OCH “Ä”\n".repeat(4)],
    ["Vietnamese", "Tiếng Việt có dấu: Ấn Độ, Ư, Ô, Â, Ã\n".repeat(4)],
    ["Icelandic", "Þórður og Ægir fóru út í Öræfi ðð\n".repeat(4)],
    ["Russian", "Сначала задача, Сёмга и Гёте — «ёлка» №5 §7\n".repeat(4)],
    ["Ukrainian capitals", "НІСІНІТНИЦЯ СІЧЕНЬ УКРАЇНІ ЇЖАК\n".repeat(4)],
    ["Serbian", "Његош, Љубљана, ћуприја, ЂЕРДАП, ЏЕП\n".repeat(4)],
    ["Greek", "Η στάθμη του νερού στέλνεται κάθε λεπτό.\n".repeat(4)],
    ["Chinese", "水位计每分钟向收集器发送一次水位，收集器保存一年。\n".repeat(4)],
    ["Japanese", "水位計は毎分、水位を収集器に送ります。\n".repeat(4)],
    ["a tree", "├── src\n│   ├── gauge\n│   └── clock ─┤├─┐\n└── test\n".repeat(4)],
    ["mathematics", "√π ≈ 1.77, ¬π ∧ ¬∑, √∑ ≤ Γα, Ω∂ −√2\n".repeat(4)],
    ["emoji", "🚀 ✅ ⚠️ 👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n".repeat(4)],
    ["an alphabet and the letters of a formula", "a b c d e f g h i j\n".repeat(4)],
    ["a table of letters", "| a | b | q | c | z | d |\n".repeat(4)],
    ["abbreviations", "Plan B USA and B NATO\nU S A\n".repeat(4)],
    ["icons", "\ue001 \ue002 \ue003 \ue004 \ue005 \ue006\n"],
    ["ASCII", "The gauge sends its level.\n".repeat(4)],
    ["an empty text", ""],
  ])("leaves %s alone", (_what, text) => {
    expect(measure(text)).toBeNull();
  });

  it("leaves a text alone that explains mojibake, in code or beside the sound characters", () => {
    expect(measure("# Mojibake\n\nUTF-8 read wrongly shows `Ã©`, `Ã¨` and `â€™`.\n\n```\ncafÃ© crÃ¨me â€™\n```\n")).toBeNull();
    expect(measure("# Encodings\n\nA wrong charset makes Ã© of é, Ã¨ of è, Ã¼ of ü, and ñ and ß and ø and – and “ too.\n")).toBeNull();
    expect(measure("# PDF text\n\nGlyphs are given as `(cid:12)`, `(cid:13)` or `(cid:14)`.\n")).toBeNull();
  });

  it("speaks of a text about encodings that is garbled itself", () => {
    const text = readAs("# Unicode\n\nUTF-8 is the gauge’s encoding – “café” is five letters’ worth – été.\n", "Windows-1252");
    expect(measure(text)).toMatchObject({ sort: "mojibake", count: 9 });
  });

  it("speaks of garbled code where the text is not about encodings", () => {
    expect(measure(`# Tree\n\n\`\`\`\n${readAs("├── src\n└── test\n", "Windows-1252")}\`\`\`\n`)).toMatchObject({
      sort: "mojibake",
      count: 6,
    });
  });
});

describe("measureGarbled, hostile input", () => {
  it.each([
    ["leads", "Ã".repeat(1_000_000)],
    ["sequences", "Ã©".repeat(500_000)],
    ["long sequences", "ðŸ˜€".repeat(200_000)],
    ["letters apart", "a z ".repeat(250_000)],
    ["blanks", " ".repeat(1_000_000)],
    ["capitals apart", "B CC ".repeat(200_000)],
    ["accents", "é".repeat(1_000_000)],
    ["lost characters", "\ufffd".repeat(1_000_000)],
    ["ideographs", "縺".repeat(500_000)],
    ["code spans about encodings", `UTF-8 ${"`Ã©` ".repeat(100_000)}`],
    ["lines about encodings", `UTF-8\n${"    Ã©\n".repeat(100_000)}`],
  ])("ends in time on %s", (_what, text) => {
    const document = documentOf(text, "a.md");
    const started = performance.now();
    measureGarbled(document);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
