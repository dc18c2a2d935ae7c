import { describe, expect, it } from "vitest";
import { measureErrorPage } from "../../src/signals/error-page.ts";
import { documentOf } from "../support/checked-set.ts";

const measure = (text: string, path = "spec.txt") => measureErrorPage(documentOf(text, path));
const sortOf = (text: string, path?: string) => measure(text, path)?.sort ?? null;

describe("measureErrorPage, pages as text", () => {
  it.each([
    ["404: Not Found", "not-found"],
    ["Not Found\n", "not-found"],
    ["404 Not Found\n\nnginx/1.24.0\n", "not-found"],
    ["# Page not found\n\nSorry, the page you are looking for does not exist.\n\n[Return to the home page](/)\n", "not-found"],
    [
      "Not Found\n\nThe requested URL /spec.pdf was not found on this server.\n\nApache/2.4.57 (Debian) Server at docs.example Port 443\n",
      "not-found",
    ],
    ["502 Bad Gateway\nopenresty\n", "server-error"],
    ["Error 503 Backend fetch failed\nService Unavailable\nGuru Meditation:\nXID: 123456\nVarnish cache server\n", "server-error"],
    [
      "Internal Server Error\n\nThe server encountered an internal error or misconfiguration and was unable to complete your request.\n",
      "server-error",
    ],
    [
      "Just a moment...\nVerifying you are human. This may take a few seconds.\ndocs.example needs to review the security of your connection before proceeding.\nRay ID: 8f0\n",
      "bot-challenge",
    ],
    [
      "Checking your browser before accessing docs.example.\nThis process is automatic. Your browser will redirect to your requested content shortly.\nDDoS protection by Example\n",
      "bot-challenge",
    ],
    ["Sign in\n\nUsername\nPassword\nRemember me\nForgot your password?\n", "login-wall"],
    ["Sign in to continue\n\nEmail\nPassword\nCreate an account\n", "login-wall"],
    [
      "Before you continue\n\nWe and our partners store and/or access information on a device, such as cookies.\nAccept all\nReject all\nMore options\n",
      "consent-wall",
    ],
    [
      "# A new radio protocol\n\nThe first measurements came in on Monday morning and they surprised the team.\n\nThis article is for subscribers only.\nAlready a subscriber? Log in\nSubscribe to continue reading\n",
      "paywall",
    ],
    ["403 Forbidden\n\nYou don't have permission to access this resource.\n", "forbidden"],
    ['Access Denied\n\nYou don\'t have permission to access "/spec.pdf" on this server.\nReference #18.5f2\n', "forbidden"],
    ["429 Too Many Requests\n\nYou have sent too many requests. Please slow down.\n", "rate-limit"],
  ])("knows %j", (text, sort) => {
    expect(sortOf(text)).toBe(sort);
  });

  it.each([
    ["de", "Seite nicht gefunden\n\nDie von Ihnen gesuchte Seite existiert nicht mehr.\nZur Startseite\n", "not-found"],
    ["de", "Einen Moment bitte …\nIhr Browser wird überprüft. Bestätigen Sie, dass Sie ein Mensch sind.\n", "bot-challenge"],
    ["de", "Anmelden\nBenutzername\nPasswort\nAngemeldet bleiben\nPasswort vergessen?\n", "login-wall"],
    ["fr", "Page introuvable\n\nLa page que vous cherchez n'existe plus.\nRetour à l'accueil\n", "not-found"],
    ["fr", "Accès refusé\n\nVous n'êtes pas autorisé à consulter cette page.\n", "forbidden"],
    ["es", "Página no encontrada\n\nLa página que buscas no existe o ha sido eliminada.\n", "not-found"],
    ["es", "Error interno del servidor\n\nInténtelo de nuevo más tarde.\n", "server-error"],
    ["pt", "Página não encontrada\n\nA página que você procura foi removida.\n", "not-found"],
    ["pt", "Entrar\nE-mail\nSenha\nLembrar de mim\nEsqueci minha senha\n", "login-wall"],
    ["ru", "Ошибка 404\nСтраница не найдена\nЗапрошенная страница была удалена.\nВернуться на главную\n", "not-found"],
    ["ru", "Доступ запрещён\n\nУ вас нет прав для просмотра.\n", "forbidden"],
    ["zh", "404\n抱歉，您访问的页面不存在\n返回首页\n", "not-found"],
    ["zh", "请求过于频繁\n您的请求过于频繁，请稍后再试\n", "rate-limit"],
    ["ja", "ページが見つかりません\nお探しのページは削除されたか、移動しました。\nトップページへ戻る\n", "not-found"],
    ["ja", "ログイン\nメールアドレス\nパスワード\nパスワードを忘れた方はこちら\n", "login-wall"],
  ])("knows it in %s: %j", (_language, text, sort) => {
    expect(sortOf(text)).toBe(sort);
  });

  it("quotes the lines that say it, with their places, and is surer the more they say", () => {
    expect(measure("\n404 Not Found\n\nThe requested URL was not found on this server.\nHome\n")).toEqual({
      sort: "not-found",
      evidence: [
        { line: 2, quote: "404 Not Found" },
        { line: 4, quote: "The requested URL was not found on this server." },
      ],
      confidence: 0.97,
    });
    expect(measure("404: Not Found")?.confidence).toBe(0.85);
    expect(measure("Not Found")?.confidence).toBe(0.7);
  });

  it("looks past the menus around the page", () => {
    const menu = "Home\nProducts\nPricing\nDocs\nBlog\nContact\nAbout\n";
    const page = `${menu}Page not found\nWe can't find the page you are looking for.\n${menu}© 2026 Example. All rights reserved.\n`;
    expect(sortOf(page)).toBe("not-found");
  });

  it("takes the site's name off a title", () => {
    expect(sortOf("Page not found | Example Docs\nThe page you requested has moved.\n")).toBe("not-found");
    expect(sortOf("Example Docs - 404: Page not found\n404\n")).toBe("not-found");
  });
});

describe("measureErrorPage, HTML", () => {
  it("reads title and body as they are shown, scripts and styles left out", () => {
    const html = `<!DOCTYPE html>\n<html><head><title>404 Not Found</title><style>h1 { color: red }</style></head>\n<body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n</body></html>\n`;
    expect(measure(html, "spec.html")).toMatchObject({
      sort: "not-found",
      evidence: [
        { line: 2, quote: "404 Not Found" },
        { line: 4, quote: "Not Found" },
        { line: 5, quote: "The requested URL was not found on this server." },
      ],
    });
  });

  it("reads what is shown without scripts where the body is bare", () => {
    const html = `<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript><p>Enable JavaScript and cookies to continue</p></noscript><script>${"x".repeat(20000)}</script></body></html>`;
    expect(measure(html, "spec.pdf")).toMatchObject({ sort: "bot-challenge", confidence: 0.97 });
  });

  it("leaves a page alone that shows a whole document", () => {
    const html = `<html><head><title>Not found | Site</title></head><body><h1>Page not found</h1>${"<p>The tide gauge sends its level once a minute to the collector.</p>".repeat(40)}</body></html>`;
    expect(measure(html, "a.html")).toBeNull();
  });
});

describe("measureErrorPage, data", () => {
  it.each([
    ['{"message": "Not Found", "documentation_url": "https://docs.example/rest", "status": "404"}', "not-found"],
    ['{"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}}', "forbidden"],
    ['{"message":"API rate limit exceeded for 192.0.2.1.","documentation_url":"https://docs.example"}', "rate-limit"],
    ['{"message":"Bad credentials"}', "login-wall"],
    ['{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Try later."}', "server-error"],
    ['{"detail":"Not found."}', "not-found"],
    ['{"errors":[{"code":"404","title":"Not Found"}]}', "not-found"],
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>F</RequestId></Error>',
      "forbidden",
    ],
    ["<Error>\n  <Code>NoSuchKey</Code>\n  <Key>spec.pdf</Key>\n</Error>", "not-found"],
  ])("knows %s", (text, sort) => {
    expect(sortOf(text, "spec.json")).toBe(sort);
    expect(sortOf(text, "spec.md")).toBe(sort);
  });

  it.each([
    '{"name":"gauge","message":"Not Found","interval":60}',
    '{"status":200,"message":"ok"}',
    '{"code":404}',
    '{"message":"Welcome to the gauge"}',
    '[{"message":"Not Found"}]',
    "{not json",
    "<Error><Kind>AccessDenied</Kind></Error>",
    "<Errors><Code>AccessDenied</Code></Errors>",
  ])("leaves %s alone", (text) => {
    expect(measure(text, "spec.json")).toBeNull();
  });

  it("leaves deeply nested data alone", () => {
    expect(measure(`${'{"error":'.repeat(1500)}1${"}".repeat(1500)}`, "a.json")).toBeNull();
    expect(measure(`${'{"error":'.repeat(150)}"Not Found"${"}".repeat(150)}`, "a.json")).toBeNull();
  });
});

describe("measureErrorPage, texts about errors", () => {
  const PROSE = "When a client asks for a gauge that the collector does not know, the collector answers with a status and a body.\n";

  it.each([
    [
      "a guide",
      `# 404 handling\n\n${PROSE}The page you are looking for is configured by error_page.\n\n\`\`\`\n404 Not Found\n\`\`\`\n${PROSE.repeat(5)}`,
    ],
    [
      "a list of status codes",
      "# Status codes\n\n401 Unauthorized\n403 Forbidden\n404 Not Found\n429 Too Many Requests\n500 Internal Server Error\n503 Service Unavailable\n",
    ],
    ["a troubleshooting guide", `# Troubleshooting\n\n## Access denied\n\n${PROSE.repeat(3)}\n## Page not found\n\n${PROSE.repeat(3)}`],
    ["a table", "# Errors\n\n| code | meaning |\n| --- | --- |\n| 404 | Not Found |\n| 403 | Forbidden |\n"],
    [
      "a sample in a code block",
      "# The answer\n\nIt reads:\n\n```\nHTTP/1.1 404 Not Found\n\nThe requested URL was not found on this server.\n```\n",
    ],
    ["a log-in design", `# Log-in\n\n${PROSE.repeat(4)}\n## Password\n\n${PROSE.repeat(2)}\n## Remember me\n\n${PROSE}`],
    ["a cookie policy", `# Cookie policy\n\nWe use cookies to keep you logged in.\n\n${PROSE.repeat(12)}`],
    ["a short note", "# Gauge\n\nSends the level once a minute.\n"],
    [
      "a short page about one error",
      "# 404 Not Found\n\nThe collector does not know the gauge: check the number in the path and try again.\n",
    ],
    ["a stub", "# Maintenance mode\n\nHow the gauge is cleaned.\n"],
    ["a heading alone", "# Maintenance\n\nClean the float twice a year and note the date.\n"],
  ])("leaves %s alone", (_what, text) => {
    expect(measure(text, "a.md")).toBeNull();
  });

  it("has nothing to say about an empty file, a binary file and a table of data", () => {
    expect(measure("")).toBeNull();
    expect(measureErrorPage({ ...documentOf("x", "a.bin"), text: null, lines: [] })).toBeNull();
    expect(measure("code,text\n404,Not Found\n", "codes.csv")).toBeNull();
  });
});

describe("measureErrorPage, hostile input", () => {
  it.each([
    ["opening brackets", "[".repeat(7990)],
    ["blanks", `404${" ".repeat(7900)}x`],
    ["dashes", `${"- ".repeat(3900)}x`],
    ["digits", "404".repeat(2600)],
    ["ideographs", "页面不存".repeat(1900)],
    ["unclosed tags", `<html>${"<a ".repeat(200_000)}`],
    ["unclosed quotes", `<html>${'<a b="'.repeat(150_000)}`],
    ["unclosed comments", `<html>${"<!--".repeat(200_000)}`],
    ["open XML", `<Error>${" ".repeat(3900)}`],
  ])("ends in time on %s", (_what, text) => {
    const started = performance.now();
    measure(text, "a.md");
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
