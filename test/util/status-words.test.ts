import { describe, expect, it } from "vitest";
import { statusOf } from "../../src/util/status-words.ts";

describe("what a status means", () => {
  it.each([
    ["Draft", "draft", "open"],
    ["✅ Draft v0.1", "draft", "open"],
    ["WIP", "draft", "open"],
    ["Approved 2026-04-18", "accepted", "holds"],
    ["Deployed (audit / txn)", "deployed", "holds"],
    ["Final", "final", "holds"],
    ["ACTIVE", "active", "holds"],
    ["Withdrawn (superseded by TIDE 6)", "withdrawn", "ended"],
    ["Superseded by TIDE 6", "superseded", "ended"],
    ["Draft — second reading", "draft", "open"],
    ["last-call", "last call", "open"],
  ])("%s", (text, word, phase) => {
    expect(statusOf(text)).toEqual({ word, phase });
  });

  it.each(["N/A", "", "CANONICAL", "Stable except where otherwise specified", "prose is landing page by page", "?"])(
    "cannot be told of %j",
    (text) => {
      expect(statusOf(text)).toBeNull();
    },
  );
});
