import { describe, expect, it } from "vitest";
import { isHtmlPage, visibleTextOf } from "../../src/util/visible-text.ts";

const linesOf = (html: string) => visibleTextOf(html).lines.map(({ line, text }) => [line, text]);

describe("visibleTextOf", () => {
  it("gives a line for each block, with the line of the source where its text begins", () => {
    expect(linesOf("<body>\n<h1>Tide\n  gauge</h1>\n<p>It <b>measures</b>\nthe level.</p>\n<ul><li>one<li>two</ul>")).toEqual([
      [2, "Tide gauge"],
      [4, "It measures the level."],
      [6, "one"],
      [6, "two"],
    ]);
  });

  it("leaves out scripts, styles, templates, drawings and comments, and counts the scripts", () => {
    const html = `<p>a</p><script>if (1 < 2) "<p>x</p>"</script>\n<style>p { }</style><svg><text>y</text></svg><!-- <p>z</p> -->\n<p>b</p>`;
    expect(linesOf(html)).toEqual([
      [1, "a"],
      [3, "b"],
    ]);
    expect(visibleTextOf(html).scriptCount).toBe(1);
  });

  it("keeps title and noscript apart from the body", () => {
    const page = visibleTextOf("<title>T &amp; U</title><noscript>Enable <i>scripts</i></noscript><p>a</p>");
    expect(page.title).toEqual({ line: 1, text: "T & U", isCode: false });
    expect(page.noscript.map(({ text }) => text)).toEqual(["Enable scripts"]);
    expect(page.lines.map(({ text }) => text)).toEqual(["a"]);
  });

  it("marks quoted material, line by line", () => {
    expect(visibleTextOf("<pre>\nGET /\n404 Not Found\n</pre><p>a</p>").lines).toEqual([
      { line: 2, text: "GET /", isCode: true },
      { line: 3, text: "404 Not Found", isCode: true },
      { line: 4, text: "a", isCode: false },
    ]);
  });

  it("decodes named and numbered characters, and leaves unknown and impossible ones", () => {
    expect(linesOf("<p>&copy; 2026 &#8211; &#x41; &amp;lt; &unknown; &#99999999; &#0;</p>")).toEqual([
      [1, "© 2026 – A &lt; &unknown; &#99999999; &#0;"],
    ]);
  });

  it("reads over a > within quotes, and recovers from a quote that is never closed", () => {
    expect(linesOf('<a title="a > b">c</a>')).toEqual([[1, "c"]]);
    expect(linesOf('<a title="a>b</a><p>c</p>')).toEqual([
      [1, "b"],
      [1, "c"],
    ]);
  });

  it("takes a < that opens no tag for text", () => {
    expect(linesOf("<p>1 < 2 and 3 <4</p>")).toEqual([[1, "1 < 2 and 3 <4"]]);
  });

  it("stops after so many characters and says so", () => {
    const page = visibleTextOf("<p>abcdef</p>".repeat(10), 12);
    expect(page.isCut).toBe(true);
    expect(page.lines).toHaveLength(3);
    expect(visibleTextOf("<p>abcdef</p>", 12).isCut).toBe(false);
  });

  it.each(["<", "<p", "<!--", "<script>", "<pre>", "<p title='", "&#", "</", ""])("ends on the torn page %j", (html) => {
    expect(() => visibleTextOf(html)).not.toThrow();
  });
});

describe("isHtmlPage", () => {
  it("goes by the type, else by the first tag", () => {
    expect(isHtmlPage("text/html", "")).toBe(true);
    expect(isHtmlPage("text/plain", "\n<!DOCTYPE html>\n<p>a")).toBe(true);
    expect(isHtmlPage("text/markdown", "<html lang=en>")).toBe(true);
    expect(isHtmlPage("text/markdown", '<?xml version="1.0"?>\n<!-- saved -->\n<html>')).toBe(true);
    expect(isHtmlPage("text/markdown", "# HTML\n\n<html>")).toBe(false);
    expect(isHtmlPage("text/markdown", "<p>a</p>")).toBe(false);
  });
});
