import { describe, expect, it } from "vitest";
import { errorPage } from "../../src/rules/error-page.ts";
import { checkedSet, type EntrySketch, faultsOf } from "../support/checked-set.ts";

const NOT_FOUND = "404 Not Found\n\nThe requested URL was not found on this server.\n";

function faultOf(path: string, text: string, entry: Partial<EntrySketch> = {}) {
  const faults = faultsOf(
    errorPage,
    checkedSet({ entries: [{ target: path, title: "Tide protocol", ...entry }], documents: [{ path, text }] }),
  );
  expect(faults.length).toBeLessThan(2);
  return faults[0];
}

describe("error-page", () => {
  it("says what the file is, where the index lists what, and quotes both", () => {
    expect(faultOf("specs/tide.md", NOT_FOUND)).toMatchObject({
      path: "specs/tide.md",
      confidence: 0.97,
      message: `specs/tide.md is a "page not found" message, ${NOT_FOUND.length} bytes where the index lists "Tide protocol"; the document is not here.`,
      help: "Find the document's present address, fetch it from there, and check that its first lines are those of the document.",
      evidence: [
        { path: "specs/tide.md", line: 1, quote: "404 Not Found", note: "what the server said instead" },
        { path: "specs/tide.md", line: 3, quote: "The requested URL was not found on this server.", note: "what the server said instead" },
        { path: "INDEX.md", line: 3, quote: "- [Tide protocol](specs/tide.md)", note: "what the index says stands there" },
      ],
    });
    expect(faultOf("specs/tide.md", NOT_FOUND)).not.toHaveProperty("severity");
  });

  it.each([
    ["Just a moment...\nVerifying you are human. This may take a few seconds.\n", "a bot challenge", "in a browser"],
    ["Sign in to continue\nEmail\nPassword\nForgot your password?\n", "a log-in page", "Log in"],
    ["This article is for subscribers only.\nAlready a subscriber? Log in\n", "a paywall", "access"],
    ["429 Too Many Requests\nYou have sent too many requests.\n", 'a "too many requests" message', "more slowly"],
    ['{"message":"Bad credentials","status":"401"}', "a log-in page", "Log in"],
  ])("names %j and says how to get past it", (text, name, help) => {
    const fault = faultOf("tide.txt", text);
    expect(fault?.message).toContain(` is ${name}, `);
    expect(fault?.help).toContain(help);
  });

  it("is an error in a set without an index, and a warning where an index does not list the file", () => {
    const document = { path: "tide.txt", text: NOT_FOUND };
    expect(faultsOf(errorPage, checkedSet({ index: null, documents: [document] }))[0]).not.toHaveProperty("severity");
    const set = checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }, document] });
    expect(faultsOf(errorPage, set).map(({ path, severity }) => [path, severity])).toEqual([["tide.txt", "warning"]]);
  });

  it.each(["404.md", "site/error-404.html", "not-found.md", "login-page.md", "test/fixtures/tide.md"])(
    "is silent about %s, which is meant to be one",
    (path) => {
      expect(faultOf(path, NOT_FOUND)).toBeUndefined();
    },
  );

  it.each([{ title: "The site's 404 page" }, { claims: { description: "Sample of an error page" } }, { claims: { kind: "error page" } }])(
    "is silent where the index means one: %j",
    (entry) => {
      expect(faultOf("tide.md", NOT_FOUND, entry)).toBeUndefined();
    },
  );

  it.each([
    ["errors.md", { title: "Error responses" }],
    ["rfc-404.md", {}],
    ["login.md", { title: "Log-in specification" }],
  ])("speaks of %s, whose name only has to do with errors", (path, entry) => {
    expect(faultOf(path, NOT_FOUND, entry)).toMatchObject({ path });
  });

  it("is silent about documents", () => {
    expect(faultOf("tide.md", "# Tide protocol\n\nA client that asks for an unknown gauge gets 404 Not Found.\n")).toBeUndefined();
  });
});
