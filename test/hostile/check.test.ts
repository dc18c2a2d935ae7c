/** The check as a whole: the same report twice, ended when told, options that are obeyed. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/types.ts";
import { openedDuring, skipped, temporarySet, told } from "./temporary-set.ts";

const FILES = {
  "seeds/INDEX.md": "# Index\n\n- [Tides](tides.md)\n- [Gone](gone.md)\n- [Empty](empty.md)\n- [Out](../../outside/secret.md)\n",
  "seeds/tides.md": "# Tides\n\nThe water rises twice a day.\n",
  "seeds/empty.md": "",
  "seeds/unlisted.md": "# Unlisted\n",
};

const bytesOf = (report: Report) => JSON.stringify({ ...report, summary: { ...report.summary, elapsedMs: 0 } });

describe("a check", () => {
  it("gives the same report, byte for byte, twice", async () => {
    const set = temporarySet(FILES);
    expect(bytesOf((await set.check()).report)).toBe(bytesOf((await set.check()).report));
  });

  it("gives the same report in another folder", async () => {
    expect(bytesOf((await temporarySet(FILES).check()).report)).toBe(bytesOf((await temporarySet(FILES).check()).report));
  });

  it("ends with the signal's reason where it is aborted, before and while it runs", async () => {
    const reason = new Error("enough");
    await expect(temporarySet(FILES).check({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const set = temporarySet(FILES);
    const abort = (path: string) => path.endsWith("empty.md") && controller.abort(reason);
    const opened = await openedDuring(async () => {
      await expect(set.check({ signal: controller.signal })).rejects.toBe(reason);
    }, abort);
    expect(opened.filter((path) => path.endsWith("tides.md"))).toEqual([]);
  });

  it("changes no file and writes none", async () => {
    const set = temporarySet(FILES);
    const before = (await set.check()).set.listing.paths;
    expect((await set.check()).set.listing.paths).toEqual(before);
  });

  it("opens each document once", async () => {
    const set = temporarySet(FILES);
    const opened = await openedDuring(() => set.check());
    expect(opened.filter((path) => path.endsWith("tides.md"))).toHaveLength(1);
  });
});

describe("--ignore and --include", () => {
  it("leave documents out and bring them back", async () => {
    const set = temporarySet({ ...FILES, "vendor/spec.md": "# Vendored\n" });
    const paths = async (options: object) => (await set.check(options)).report.documents.map(({ path }) => path);
    expect(await paths({})).toEqual(["seeds/empty.md", "seeds/tides.md", "seeds/unlisted.md"]);
    expect(await paths({ ignore: ["unlisted.md", "empty.md"] })).toEqual(["seeds/tides.md"]);
    expect(await paths({ ignore: ["*.md"], include: ["/vendor/"] })).toEqual(["vendor/spec.md"]);
  });

  it("say of a listed document that it was left out, and that it is there", async () => {
    const { report } = await temporarySet(FILES).check({ ignore: ["tides.md"] });
    expect(report.entries[0]?.path).toBe("seeds/tides.md");
    expect(skipped(report)).toContain("read seeds/tides.md: its content was not checked: --ignore leaves it out");
  });
});

describe("a set without an index", () => {
  it("is told where an index was looked for, and its documents are checked all the same", async () => {
    const { report } = await temporarySet({ "seeds/a.md": "", "b.md": "# B\n" }).check();
    expect(told(report)[0]).toMatch(
      /^error missing-index seeds\/INDEX\.md:1:1 There is no index: looked for seeds\/INDEX\.md, INDEX\.md, docs\/INDEX\.md, specs\/INDEX\.md, llms\.txt, SUMMARY\.md\. 1 document is there/,
    );
    expect(told(report)).toContain("warning empty-file seeds/a.md:1:1 seeds/a.md is empty: 0 bytes.");
  });

  it("is told for an index that is named and not there", async () => {
    const { report } = await temporarySet({ "docs/a.md": "# A\n" }).check({ path: "docs/LIST.md" });
    expect(told(report)[0]).toMatch(
      /^error missing-index docs\/LIST\.md:1:1 There is no index: looked for docs\/LIST\.md\. 1 document is there/,
    );
  });

  it("has its README as index where that lists three documents that are there", async () => {
    const files = { "a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n" };
    const listed = await temporarySet({ ...files, "README.md": "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n" }).check();
    expect([listed.report.index, listed.set.isReadmeIndex]).toEqual(["README.md", true]);
    const two = await temporarySet({ ...files, "README.md": "- [A](a.md)\n- [B](b.md)\n- [C](gone.md)\n" }).check();
    expect([two.report.index, two.set.isReadmeIndex]).toEqual([null, false]);
  });
});
