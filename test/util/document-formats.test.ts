import { describe, expect, it } from "vitest";
import { extensionOf, isCompanionPath, isDocumentPath } from "../../src/util/document-formats.ts";

describe("isDocumentPath", () => {
  it("takes the formats that people write documents in, in any case and folder", () => {
    const documents = [
      "a.md",
      "docs/B.MD",
      "a.mdx",
      "a.txt",
      "a.rst",
      "a.adoc",
      "a.org",
      "a.tex",
      "a.mediawiki",
      "a.html",
      "a.pdf",
      "a.docx",
    ];
    const others = [
      "a.odt",
      "a.rtf",
      "a.epub",
      "a.pptx",
      "a.xlsx",
      "a.csv",
      "api/openapi.yaml",
      "a.json",
      "a.xml",
      "a.ipynb",
      "a.eml",
      "v1.2/spec.v3.md",
    ];
    for (const path of [...documents, ...others]) expect(isDocumentPath(path), path).toBe(true);
  });

  it("leaves out code, images, archives, fonts, settings, and names without extension", () => {
    for (const path of [
      "a.py",
      "a.ts",
      "a.png",
      "a.svg",
      "a.zip",
      "a.woff2",
      "a.toml",
      "a.lock",
      "Makefile",
      "a.log",
      "server.key",
      ".md",
      "a/",
    ]) {
      expect(isDocumentPath(path), path).toBe(false);
    }
  });

  it("leaves out the files of tools that have a document's extension", () => {
    const tools = [
      "package.json",
      "web/package-lock.json",
      "tsconfig.build.json",
      "mkdocs.yml",
      "mkdocs.en.yml",
      "_config.yml",
      "requirements-dev.txt",
    ];
    for (const path of [...tools, "CMakeLists.txt", "robots.txt", "docker-compose.yaml", "pom.xml", "sidebars.json"])
      expect(isDocumentPath(path), path).toBe(false);
  });

  it("keeps documents whose names begin like a tool's", () => {
    for (const path of ["requirements.md", "package.md", "compose-guide.yaml", "config.md", "building.xml"])
      expect(isDocumentPath(path), path).toBe(true);
  });

  it("takes AsciiDoc in .asc, and no detached signature", () => {
    expect(isDocumentPath("guide.asc")).toBe(true);
    expect(isDocumentPath("spec.pdf.asc")).toBe(false);
  });
});

describe("isCompanionPath", () => {
  it("takes readme, licence, history and rules of conduct, with suffixes and languages", () => {
    const companions = [
      "README.md",
      "docs/readme",
      "README.zh-CN.md",
      "LICENSE-APACHE-2.0",
      "LICENCE.txt",
      "CHANGELOG.md",
      "CONTRIBUTING.rst",
    ];
    for (const path of [...companions, "CODE_OF_CONDUCT.md", "SECURITY.md", "NOTICE", "AUTHORS", "HISTORY.md", "CITATION.cff"]) {
      expect(isCompanionPath(path), path).toBe(true);
    }
  });

  it("leaves documents alone whose names begin alike", () => {
    const documents = [
      "security-model.md",
      "governance-charter.md",
      "history-of-the-protocol.md",
      "license-compatibility.md",
      "newsletter.md",
      "thanksgiving.md",
    ];
    for (const path of [...documents, "releases-2024.md", "noticeboard.md", "supporting.md"])
      expect(isCompanionPath(path), path).toBe(false);
  });

  it("answers fast on a hostile name", () => {
    const started = performance.now();
    expect(isCompanionPath(`readme${"-a.b_".repeat(5000)}!`)).toBe(false);
    expect(isDocumentPath(`docker-compose${"-a.".repeat(5000)}!.yml`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("extensionOf", () => {
  it("is the last segment's, in lower case, without its dot", () => {
    expect(extensionOf("a.b/c.D")).toBe("d");
    expect(extensionOf("a.b/c")).toBe("");
    expect(extensionOf(".gitignore")).toBe("");
    expect(extensionOf("a.")).toBe("");
  });
});
