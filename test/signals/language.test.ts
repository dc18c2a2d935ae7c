import { describe, expect, it } from "vitest";
import { languageOf, measureLanguage } from "../../src/signals/language.ts";
import { documentOf } from "../support/checked-set.ts";

/** The same short text on tide gauges in many languages, written for this test. */
const PASSAGES: readonly (readonly [string, string])[] = [
  [
    "en",
    "The gauge sends a reading every ten minutes, and the station keeps all of them for one day. If the line is broken, the readings are sent again when it is back, so that none of them is lost.",
  ],
  [
    "de",
    "Der Pegel sendet alle zehn Minuten einen Messwert, und die Station bewahrt alle Werte einen Tag lang auf. Wenn die Leitung unterbrochen ist, werden die Werte später noch einmal gesendet, so dass keiner von ihnen verloren geht.",
  ],
  [
    "fr",
    "Le marégraphe envoie une mesure toutes les dix minutes, et la station les garde toutes pendant un jour. Si la ligne est coupée, les mesures sont envoyées de nouveau quand elle est rétablie, afin que pas une ne soit perdue.",
  ],
  [
    "es",
    "El mareógrafo envía una medida cada diez minutos, y la estación las guarda todas durante un día. Si la línea se corta, las medidas se envían otra vez cuando vuelve, para que no se pierda ninguna de ellas.",
  ],
  [
    "pt",
    "O marégrafo envia uma medida a cada dez minutos, e a estação guarda todas elas durante um dia. Se a linha for cortada, as medidas são enviadas outra vez quando ela volta, para que não se perca nenhuma delas.",
  ],
  [
    "it",
    "Il mareografo invia una misura ogni dieci minuti, e la stazione le conserva tutte per un giorno. Se la linea è interrotta, le misure sono inviate di nuovo quando torna, così che non se ne perda nessuna.",
  ],
  [
    "nl",
    "De peilschaal stuurt elke tien minuten een meting, en het station bewaart ze allemaal een dag lang. Als de lijn is verbroken, worden de metingen opnieuw gestuurd wanneer die er weer is, zodat er geen verloren gaat.",
  ],
  [
    "sv",
    "Mätaren skickar ett värde var tionde minut, och stationen behåller alla i en dag. Om linjen är bruten skickas värdena igen när den är tillbaka, så att inget av dem går förlorat och alla som läser får samma bild.",
  ],
  [
    "da",
    "Måleren sender en værdi hvert tiende minut, og stationen gemmer dem alle i en dag. Hvis linjen er afbrudt, bliver værdierne sendt igen, når den er tilbage, så at ingen af dem går tabt, og så ved alle, hvad der er sket efter det.",
  ],
  [
    "no",
    "Måleren sender en verdi hvert tiende minutt, og stasjonen tar vare på alle i en dag. Hvis linjen er brutt, blir verdiene sendt igjen etter at den er tilbake, slik at ingen av dem går tapt, og da vet alle hva som har skjedd.",
  ],
  [
    "fi",
    "Mittari lähettää arvon joka kymmenes minuutti, ja asema säilyttää ne kaikki yhden päivän ajan. Jos yhteys on poikki, arvot lähetetään uudelleen kun se on palannut, niin että yksikään niistä ei katoa, mutta vain jos ne voidaan vielä lukea.",
  ],
  [
    "pl",
    "Czujnik wysyła pomiar co dziesięć minut, a stacja przechowuje je wszystkie przez jeden dzień. Jeśli linia jest przerwana, pomiary są wysyłane jeszcze raz, gdy wróci, tak że nie ginie żaden z nich, co może być ważne dla stacji.",
  ],
  [
    "cs",
    "Čidlo posílá údaj každých deset minut a stanice je všechny uchová po jeden den. Pokud je linka přerušena, údaje se pošlou znovu, když se vrátí, aby se žádný z nich neztratil, což je pro stanici také důležité, nebo může být.",
  ],
  [
    "hu",
    "A mérő minden tizedik percben küld egy értéket, és az állomás mindet megőrzi egy napig. Ha a vonal megszakad, az értékeket újra elküldi, amikor az már helyreállt, hogy ne vesszen el egy sem, és ez nagyon fontos is lehet.",
  ],
  [
    "tr",
    "Ölçer her on dakikada bir değer gönderir ve istasyon bunların tümünü bir gün için saklar. Hat kesilirse değerler hat geri geldikten sonra yine gönderilir, böylece onların hiçbiri kaybolmaz ama bu çok uzun da olabilir.",
  ],
  [
    "vi",
    "Trạm đo gửi một giá trị mỗi mười phút và trạm giữ tất cả các giá trị đó trong một ngày. Nếu đường dây bị ngắt thì các giá trị sẽ được gửi lại khi có đường dây, để không giá trị nào bị mất và mọi người đều có thể đọc.",
  ],
  [
    "id",
    "Alat ukur mengirim satu nilai setiap sepuluh menit, dan stasiun menyimpan semua nilai itu untuk satu hari. Jika jalur terputus, nilai tersebut akan dikirim lagi setelah jalur itu ada, sehingga tidak ada yang hilang dari mereka.",
  ],
  [
    "ru",
    "Датчик передаёт показание каждые десять минут, и станция хранит их все в течение дня. Если линия прервана, показания передаются ещё раз, когда она есть снова, так что ни одно из них не теряется, но это не всегда так.",
  ],
  [
    "uk",
    "Датчик передає показання кожні десять хвилин, і станція зберігає їх усі протягом дня. Якщо лінія перервана, показання передаються ще раз, коли вона є знову, так що жодне з них не губиться, але це не завжди так.",
  ],
  [
    "el",
    "Ο μετρητής στέλνει μια τιμή κάθε δέκα λεπτά και ο σταθμός τις κρατά όλες για μία ημέρα. Αν η γραμμή κοπεί, οι τιμές στέλνονται ξανά όταν επανέλθει, ώστε να μη χαθεί καμία από αυτές, όπως είναι σωστό να γίνεται.",
  ],
  [
    "ar",
    "يرسل المقياس قيمة كل عشر دقائق وتحفظ المحطة جميع القيم لمدة يوم واحد. إذا انقطع الخط فإن القيم ترسل مرة أخرى بعد أن يعود، حتى لا تضيع أي قيمة من هذه القيم التي هي في المحطة، كما أن على كل من يقرأ ذلك أن يعلم.",
  ],
  [
    "fa",
    "اندازه‌گیر هر ده دقیقه یک مقدار را می‌فرستد و ایستگاه همه آن‌ها را برای یک روز نگه می‌دارد. اگر خط قطع شود، مقدارها پس از آن که خط باز شد دوباره فرستاده می‌شود تا هیچ یک از آن‌ها گم نشود و این باید برای هر ایستگاه است.",
  ],
  [
    "he",
    "המד שולח ערך כל עשר דקות והתחנה שומרת את כולם במשך יום אחד. אם הקו נותק, הערכים נשלחים שוב כאשר הוא חוזר, כך שאף אחד מהם לא הולך לאיבוד, וכל מי שקורא יודע מה קרה בתחנה ומתי זה קרה בדיוק.",
  ],
  [
    "hi",
    "मापक हर दस मिनट में एक मान भेजता है और स्टेशन उन सभी को एक दिन के लिए रखता है। यदि लाइन टूट जाती है तो मान फिर से भेजे जाते हैं ताकि उनमें से कोई भी न खोए और यह हर व्यक्ति के लिए एक ही हो।",
  ],
  [
    "zh",
    "潮位计每十分钟发送一个读数，站点将所有读数保存一天。如果线路中断，则在线路恢复后重新发送这些读数，因此不会丢失任何一个读数。所有读者都会得到相同的结果。",
  ],
  [
    "ja",
    "潮位計は十分ごとに測定値を送り、観測所はそのすべてを一日のあいだ保存します。回線が切れたときは、戻ってから測定値をもう一度送るので、失われるものはありません。",
  ],
  [
    "ko",
    "조위계는 십 분마다 값을 하나 보내고 관측소는 그 모든 값을 하루 동안 보관합니다. 회선이 끊어지면 회선이 돌아온 뒤에 값을 다시 보내므로 잃어버리는 값은 하나도 없습니다. 읽는 사람은 모두 같은 결과를 얻으며 관측소는 이것을 기록합니다. 그래서 나중에 누구든지 다시 볼 수 있습니다.",
  ],
  ["th", "เครื่องวัดส่งค่าทุกสิบนาทีและสถานีเก็บค่าทั้งหมดไว้หนึ่งวัน ถ้าสายขาดค่าจะถูกส่งอีกครั้งเมื่อสายกลับมา ดังนั้นจึงไม่มีค่าใดสูญหายและทุกคนที่อ่านจะได้ผลเหมือนกันเสมอ"],
];

describe("the language of a text", () => {
  it.each(PASSAGES)("is %s", (language, passage) => {
    expect(languageOf(passage)).toBe(language);
  });

  it("is told from a decomposed text as from a composed one", () => {
    const passage = PASSAGES.find(([language]) => language === "vi")?.[1] ?? "";
    expect(languageOf(passage.normalize("NFD"))).toBe("vi");
  });

  it("cannot be told from a few words, from numbers, or from words of no language", () => {
    expect(languageOf("The gauge sends a reading.")).toBeNull();
    expect(languageOf("12 34 56 ".repeat(100))).toBeNull();
    expect(languageOf("Gauge Station Harbour Buoy Mast Datum Beacon Lock Pier Quay ".repeat(8))).toBeNull();
  });

  it("is not told where two languages have an equal part", () => {
    const of = (wanted: string) => PASSAGES.find(([language]) => language === wanted)?.[1] ?? "";
    expect(languageOf(`${of("en")} ${of("ru")}`)).toBeNull();
  });

  it("is that of the sentences, not that of the names in them", () => {
    const text =
      "使用 seedcheck check 命令检查 INDEX.md 文件，然后查看 report 中的 findings 列表。如果 severity 为 error，则必须修复该文档，然后再次运行 check 命令。".repeat(
        2,
      );
    expect(languageOf(text)).toBe("zh");
  });
});

describe("the language of a document", () => {
  const english = PASSAGES[0]?.[1] ?? "";
  const german = PASSAGES[1]?.[1] ?? "";

  it("is that of its prose, whatever its code says", () => {
    const code = `\`\`\`\n${english.repeat(5)}\n\`\`\`\n`;
    expect(measureLanguage(documentOf(`# Pegel\n\n${code}\n${german}\n`))).toBe("de");
  });

  it("is read from what an HTML page shows", () => {
    const page = `<!DOCTYPE html><html lang="en"><head><script>${english.repeat(3)}</script></head><body><p>${german}</p></body></html>`;
    expect(measureLanguage(documentOf(page, "pegel.html"))).toBe("de");
  });

  it("is that of the whole text, not of its head alone", () => {
    const long = `${english}\n\n${`${german}\n\n`.repeat(60)}`;
    expect(measureLanguage(documentOf(long))).toBe("de");
  });

  it("is not asked of data", () => {
    expect(measureLanguage(documentOf(JSON.stringify({ text: english }), "texts.json"))).toBeNull();
    expect(measureLanguage(documentOf("", "empty.md"))).toBeNull();
  });

  it("takes time in proportion to the text, whatever the text", () => {
    for (const unit of ["`<&", "a_", "[](", "<a ", "　、", "\u0301"]) {
      const text = unit.repeat(200_000);
      const started = performance.now();
      measureLanguage(documentOf(text));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
