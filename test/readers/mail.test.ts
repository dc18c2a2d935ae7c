import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMailbox } from "../../src/readers/mail/mailbox.ts";
import { joinFlowed } from "../../src/readers/mail/mime-content.ts";
import { decodeWords, parseStructuredField, readMimeHeader } from "../../src/readers/mail/mime-header.ts";
import { mailReader } from "../../src/readers/mail.ts";
import { readAnyDocument } from "../../src/readers/read-any-document.ts";
import { readWith } from "./read-file.ts";

const read = (lines: readonly string[], limits = {}) => readWith(mailReader, Buffer.from(lines.join("\r\n"), "latin1"), limits);
const textOf = async (...lines: string[]) => (await read(lines)).text;

describe("mailReader", () => {
  it("gives subject, sender and date, then the words", async () => {
    const source =
      "Received: by x\nSubject: Valve\n limits\nFrom: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>\nDate: Mon, 4 Mar 2024 10:00:00 +0100\n\nThree bar.\n";
    expect(await readAnyDocument("a.eml", Buffer.from(source))).toMatchObject({
      type: "message/rfc822",
      markup: "text/plain",
      title: "Valve limits",
      text: "Subject: Valve limits\nFrom: Jürgen <j@example.org>\nDate: Mon, 4 Mar 2024 10:00:00 +0100\n\nThree bar.\n",
      marks: [],
      problems: [],
    });
  });

  it("takes the plain one of two alternatives, and of a page what it shows", async () => {
    const part = (type: string, words: string) => ["--b", `Content-Type: ${type}`, "", words];
    const head = ["Subject: s", 'Content-Type: multipart/alternative; boundary="b"', ""];
    const html = part("text/html", "<style>p{}</style><p>One <b>page</b></p><p>two</p>");
    expect(await textOf(...head, ...html, ...part("text/plain", "plain words"), "--b--")).toBe("Subject: s\n\nplain words\n");
    expect(await textOf(...head, ...html, "--b--")).toBe("Subject: s\n\nOne page\ntwo\n");
  });

  it("names attachments, and does not give what is in them", async () => {
    const lines = [
      "Subject: s",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "",
      "words",
      "--b",
      "Content-Type: application/pdf",
      "Content-Disposition: attachment; filename*=utf-8''pl%C3%A4ne.pdf",
      "",
      "SECRET",
      "--b",
      "Content-Type: text/plain; name=notes.txt",
      "Content-Disposition: attachment",
      "",
      "SECRET",
      "--b--",
    ];
    expect(await textOf(...lines)).toBe(
      "Subject: s\n\nwords\n\nAttachment: pläne.pdf (application/pdf)\nAttachment: notes.txt (text/plain)\n",
    );
  });

  it("undoes transfer encodings and character sets", async () => {
    const body = (encoding: string, charset: string, words: string) =>
      textOf("Subject: s", `Content-Type: text/plain; charset=${charset}`, `Content-Transfer-Encoding: ${encoding}`, "", words);
    expect(await body("quoted-printable", "iso-8859-1", "K=F6ln is=\r\n here")).toBe("Subject: s\n\nKöln is here\n");
    expect(await body("base64", "utf-8", Buffer.from("Köln").toString("base64"))).toBe("Subject: s\n\nKöln\n");
    expect(await body("8bit", "koi8-r", "\xc4\xc1")).toBe("Subject: s\n\nда\n");
    expect(await body("8bit", "no-such-set", "\xe4")).toBe("Subject: s\n\nä\n");
  });

  it("reads a forwarded message in its place", async () => {
    const lines = [
      "Subject: s",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "Content-Type: message/rfc822",
      "",
      "Subject: inner",
      "",
      "words",
      "--b--",
    ];
    expect(await textOf(...lines)).toBe("Subject: s\n\nSubject: inner\n\nwords\n");
  });

  it("splits a mailbox into its messages, each with its place", async () => {
    const source =
      "From a@b Mon Mar  4\nSubject: one\n\nFirst.\n>From here.\n\nFrom a@b Tue Mar  5\nSubject: two\n\nSecond.\nFrom the start, no separator.\n";
    expect(await readAnyDocument("a.mbox", Buffer.from(source))).toMatchObject({
      type: "application/mbox",
      text: "Subject: one\n\nFirst.\nFrom here.\n\nSubject: two\n\nSecond.\nFrom the start, no separator.\n",
      marks: [
        { line: 1, message: 1 },
        { line: 6, message: 2 },
      ],
      problems: [],
    });
  });

  it("says that messages are encrypted, and not of signed ones", async () => {
    const head = (type: string) => ["Subject: s", `Content-Type: ${type}`, "", "MIIB"];
    const encrypted = [{ kind: "encrypted", message: "1 of 1 messages encrypted" }];
    expect((await read(head("multipart/encrypted; boundary=b"))).problems).toEqual(encrypted);
    expect((await read(head("application/pkcs7-mime; smime-type=enveloped-data"))).problems).toEqual(encrypted);
    expect((await read(head("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m"))).problems).toEqual([]);
  });

  it("stops at the limits of depth, parts and messages, and says so", async () => {
    const deep = Array.from({ length: 40 }, (_, at) => [`Content-Type: multipart/mixed; boundary=b${at}`, "", `--b${at}`]).flat();
    const cut = [{ kind: "damaged", message: "1 of 1 messages with too many parts, or nested too deep" }];
    expect((await read(["Subject: s", ...deep, "", "words"])).problems).toEqual(cut);
    const parts = Array.from({ length: 9 }, (_, at) => ["--b", "", `part ${at}`]).flat();
    const wide = await read(["Subject: s", "Content-Type: multipart/mixed; boundary=b", "", ...parts], { parts: 3 });
    expect(wide.text).toBe("Subject: s\n\npart 0\n\npart 1\n");
    expect(wide.problems).toEqual(cut);
    const box = await readWith(mailReader, "From a\n\nx\n\n".repeat(5), { parts: 2 });
    expect(box.text).toBe("x\n\nx\n");
    expect(box.problems).toEqual([{ kind: "damaged", message: "it holds more than 2 messages: the rest was not read" }]);
  });

  it("gives a page or pointer in a message's place as it is", async () => {
    const text = "# No message\n\nwords\n";
    expect(await readWith(mailReader, text)).toEqual({ text, markup: "text/plain", title: null, marks: [], problems: [] });
  });
});

describe("header fields", () => {
  it("end at the first blank line, of any line ends", () => {
    expect(readMimeHeader(Buffer.from("A: b\r\n c\r\nA: d\r\n\r\nbody")).fields).toEqual(new Map([["a", "b c"]]));
    expect(readMimeHeader(Buffer.from("\nbody")).bodyAt).toBe(1);
    expect(readMimeHeader(Buffer.from("A: b")).bodyAt).toBe(4);
  });

  it("have parameters, quoted, percent-encoded and continued", () => {
    const field = parseStructuredField('Attachment; filename*0*=utf-8\'\'a%20; filename*1*=%C3%A4; filename*2=.txt; x="a;\\"b"');
    expect(field.value).toBe("attachment");
    expect(field.parameters).toEqual(
      new Map([
        ["filename", "a ä.txt"],
        ["x", 'a;"b'],
      ]),
    );
  });

  it("have words that are decoded, characters divided between two of them included", () => {
    expect(decodeWords("=?utf-8?Q?a_=C3?= =?UTF-8?Q?=A4?= and =?iso-8859-1?B?5A==?= end")).toBe("a ä and ä end");
    expect(decodeWords("=?utf-8?X?a?= =? plain")).toBe("=?utf-8?X?a?= =? plain");
  });
});

describe("joinFlowed", () => {
  it("joins lines that end in a blank, but for a signature's mark", () => {
    expect(joinFlowed("one \ntwo\n-- \nname", false)).toBe("one two\n-- \nname");
    expect(joinFlowed("on \r\ne", true)).toBe("one");
    expect(joinFlowed(" >x", false)).toBe(">x");
  });
});

describe("splitMailbox", () => {
  it("gives back all messages that were put together", () => {
    const message = fc.array(fc.constantFrom("Subject: x", "words", "from there", "To: y"), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 8 }), (messages) => {
        const source = messages.map((lines) => `From a@b\n${lines.join("\n")}\n\n`).join("");
        const split = splitMailbox(Buffer.from(source), 100).messages.map((bytes) => Buffer.from(bytes).toString().trimEnd());
        expect(split).toEqual(messages.map((lines) => lines.join("\n")));
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
