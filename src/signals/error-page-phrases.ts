/**
 * What servers, proxies and walls say in place of a document. A table of data, longer than 150 lines for its languages.
 *
 * Source: written down in 2026-11 from the reason phrases of RFC 9110 (section 15) and the pages that web servers, proxies, bot filters,
 * forum and shop software and consent dialogs show by default, and from how their translations read. No row names a site.
 */
import type { ErrorPageSignal } from "../types.ts";

export type ErrorSort = ErrorPageSignal["sort"];

export interface ErrorPhraseRow {
  readonly sort: ErrorSort;
  /** `line`: it is the whole line, decoration and status code aside; `within`: anywhere in a line. */
  readonly position: "line" | "within";
  /** 3: hardly said elsewhere; 2: what such a page says first; 1: goes with it. */
  readonly points: number;
  /** By language (BCP 47); lower case, straight apostrophes, parted by `; `. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** Status codes by what the page is instead (RFC 9110, section 15; RFC 6585; 520 to 530 as proxies use them). */
export function sortOfStatus(status: number): ErrorSort | null {
  if (status === 401 || status === 407) return "login-wall";
  if (status === 402) return "paywall";
  if (status === 403 || status === 451) return "forbidden";
  if (status === 404 || status === 410) return "not-found";
  if (status === 429) return "rate-limit";
  return (status >= 500 && status <= 504) || status === 509 || (status >= 520 && status <= 530) ? "server-error" : null;
}

export const ERROR_PHRASES: readonly ErrorPhraseRow[] = [
  {
    sort: "not-found",
    position: "line",
    points: 2,
    phrases: {
      en: "not found; page not found; file not found; object not found; document not found; resource not found; page cannot be found; page could not be found; page can't be found; page unavailable; page does not exist; page doesn't exist; this page does not exist; this page doesn't exist; this page is not found; this page isn't available; this page is no longer available; page no longer available; page not available; the page cannot be found; the page could not be found; the page was not found; the requested url was not found on this server; oops! that page can't be found; oops, page not found; oops! page not found; sorry, page not found; nothing found; nothing was found at this location; we can't find that page; we couldn't find that page; we couldn't find the page; requested page not found; gone; content not found; article not found; no such page; the file you requested could not be found; post not found; the specified key does not exist; repository not found; topic not found",
      de: "seite nicht gefunden; die seite wurde nicht gefunden; seite konnte nicht gefunden werden; die seite konnte nicht gefunden werden; datei nicht gefunden; dokument nicht gefunden; objekt nicht gefunden; nicht gefunden; diese seite existiert nicht; diese seite gibt es nicht; seite existiert nicht; seite nicht verfügbar; diese seite existiert leider nicht; diese seite wurde nicht gefunden; inhalt nicht gefunden",
      fr: "page non trouvée; page introuvable; page inexistante; document introuvable; fichier introuvable; la page est introuvable; cette page n'existe pas; cette page est introuvable; la page demandée n'existe pas; la page demandée est introuvable; non trouvé; introuvable; oups, page introuvable; cette page n'existe plus; contenu introuvable",
      es: "página no encontrada; no encontrado; no encontrada; la página no existe; esta página no existe; página no disponible; archivo no encontrado; documento no encontrado; no se encontró la página; no se ha encontrado la página; no se encuentra la página; página inexistente; contenido no encontrado",
      pt: "página não encontrada; não encontrado; não encontrada; esta página não existe; a página não existe; página não existe; página indisponível; arquivo não encontrado; ficheiro não encontrado; conteúdo não encontrado; ops! página não encontrada",
      ru: "страница не найдена; страница не существует; не найдено; файл не найден; документ не найден; такой страницы нет; такой страницы не существует; страница не найдена или была удалена; запрашиваемая страница не найдена; ничего не найдено",
      zh: "页面不存在; 页面未找到; 找不到页面; 找不到该页面; 找不到网页; 未找到; 您访问的页面不存在; 抱歉，您访问的页面不存在; 页面找不到了; 頁面不存在; 找不到頁面; 找不到網頁; 文件不存在; 网页不存在",
      ja: "ページが見つかりません; ページが見つかりませんでした; お探しのページが見つかりません; お探しのページは見つかりませんでした; お探しのページは見つかりません; 見つかりませんでした; ページは存在しません; ファイルが見つかりません",
    },
  },
  {
    sort: "not-found",
    position: "within",
    points: 3,
    phrases: {
      en: "was not found on this server; the requested resource could not be found; the requested resource was not found; the requested page could not be found; the requested page was not found; the requested document could not be found; the requested file could not be found; this address does not exist; could not be found on this server; the page you are looking for; the page you're looking for; the page you were looking for; the page that you are looking for; the page you requested; the page you have requested; the page you tried to; the page you are trying to; the content you're looking for; the content you are looking for; the document you are looking for; the document you requested; the resource you are looking for; the file you are looking for; the url you requested; that page can't be found; we can't find the page; we couldn't find the page; we could not find the page; we cannot find the page; we can't seem to find the page; it looks like nothing was found at this location; you may have mistyped the address; you have mistyped the address; you may have typed the address incorrectly; page may have been moved or deleted; page has been moved or deleted; page has been removed or; might have been removed, had its name changed; link you followed may be broken; link you followed may be outdated; the link may be broken; no longer available on this server; this page no longer exists; this page does not exist; this page doesn't exist",
      de: "auf diesem server nicht gefunden; die angeforderte seite; die von ihnen gesuchte seite; die von ihnen aufgerufene seite; die von ihnen angeforderte seite; die gewünschte seite; die gesuchte seite; die aufgerufene seite; die seite, die sie suchen; die seite, die du suchst; existiert nicht oder nicht mehr; diese seite existiert nicht",
      fr: "n'a pas été trouvée sur ce serveur; la page que vous cherchez; la page que vous recherchez; la page que vous demandez; la page que vous avez demandée; la page demandée; le document demandé; n'existe pas ou n'existe plus; n'existe pas ou a été",
      es: "no se encontró en este servidor; no se ha encontrado en este servidor; la página que buscas; la página que busca; la página que está buscando; la página que estás buscando; la página solicitada; la página que intentas; la página que intenta; no existe o ha sido",
      pt: "não foi encontrado neste servidor; não foi encontrada neste servidor; a página que você procura; a página que você está procurando; a página que procura; a página solicitada; a página que você tentou; a página que está a tentar",
      ru: "страница, которую вы ищете; запрошенная страница; запрошенной страницы; запрашиваемая страница; запрашиваемая вами страница; запрошенная вами страница; страница была удалена; страница удалена или; неправильно набран адрес",
      zh: "您访问的页面; 您要访问的页面; 您请求的页面; 您要查找的页面; 您查看的页面; 您所访问的页面; 您要找的页面; 您訪問的頁面; 您要找的頁面; 页面不存在或; 页面已被删除",
      ja: "お探しのページ; ご指定のページ; アクセスしようとしたページ; 指定されたページ; リクエストされたページ; 要求されたurl",
    },
  },
  {
    sort: "not-found",
    position: "within",
    points: 1,
    phrases: {
      en: "go back to the home page; return to the home page; back to the home page; return to our homepage; go to the homepage; go to our homepage; go back to our homepage; return to the homepage; return to homepage; back to homepage; go to home page; try searching; try a search; use the search box; check the url; check the address; maybe try one of the links below; start from the home page; the url may be",
      de: "zurück zur startseite; gehen sie zur startseite; nutzen sie die suche; überprüfen sie die adresse; überprüfen sie die url; zur startseite",
      fr: "retour à l'accueil; retournez à l'accueil; retour à la page d'accueil; revenir à l'accueil; vérifiez l'adresse; essayez une recherche",
      es: "volver a la página de inicio; volver al inicio; ir a la página principal; vuelve a la página de inicio; compruebe la dirección; verifique la dirección",
      pt: "voltar para a página inicial; voltar à página inicial; ir para a página inicial; voltar ao início; verifique o endereço",
      ru: "вернуться на главную; перейти на главную; вернитесь на главную; проверьте правильность; воспользуйтесь поиском",
      zh: "返回首页; 回到首页; 返回首頁",
      ja: "トップページへ戻る; トップページに戻る; ホームに戻る; ホームへ戻る",
    },
  },
  {
    sort: "server-error",
    position: "line",
    points: 2,
    phrases: {
      en: "internal server error; bad gateway; service unavailable; service temporarily unavailable; temporarily unavailable; gateway timeout; gateway time-out; server error; application error; web server is down; connection timed out; origin is unreachable; origin dns error; bandwidth limit exceeded; site under maintenance; under maintenance; scheduled maintenance; down for maintenance; we'll be back soon; we'll be back soon!; we'll be right back; something went wrong; sorry, something went wrong; an error occurred; error establishing a database connection; webservice currently unavailable; site is temporarily unavailable; the service is unavailable; http version not supported; connect failed; no such domain; this site can't be reached; unable to connect; problem loading page; no server or forwarder data received; site maintenance; maintenance mode",
      de: "interner serverfehler; serverfehler; dienst nicht verfügbar; dienst nicht erreichbar; wartungsarbeiten; wartungsmodus; seite vorübergehend nicht verfügbar; etwas ist schiefgelaufen; es ist ein fehler aufgetreten; ein fehler ist aufgetreten; die website ist nicht erreichbar",
      fr: "erreur interne du serveur; erreur serveur; service indisponible; service temporairement indisponible; site en maintenance; maintenance en cours; une erreur est survenue; une erreur s'est produite; mauvaise passerelle",
      es: "error interno del servidor; error del servidor; servicio no disponible; servicio no disponible temporalmente; sitio en mantenimiento; en mantenimiento; algo salió mal; se ha producido un error; ha ocurrido un error",
      pt: "erro interno do servidor; erro do servidor; serviço indisponível; serviço temporariamente indisponível; site em manutenção; em manutenção; algo deu errado; ocorreu um erro",
      ru: "внутренняя ошибка сервера; ошибка сервера; сервис недоступен; сервис временно недоступен; сайт временно недоступен; технические работы; ведутся технические работы; что-то пошло не так; произошла ошибка",
      zh: "服务器错误; 服务器内部错误; 内部服务器错误; 服务不可用; 服务暂时不可用; 网站维护中; 系统维护中; 系统繁忙; 出错了; 伺服器錯誤",
      ja: "サーバーエラー; 内部サーバーエラー; サーバー内部エラー; サービスを利用できません; サービス利用不可; メンテナンス中; ただいまメンテナンス中です; エラーが発生しました",
    },
  },
  {
    sort: "server-error",
    position: "within",
    points: 3,
    phrases: {
      en: "the server encountered an internal error; encountered an internal error or misconfiguration; the server encountered a temporary error; the server encountered an unexpected condition; the server is temporarily unable to service your request; unable to service your request due to maintenance; received an invalid response from an upstream server; received an invalid response from the upstream server; did not receive a timely response from the upstream server; the web server reported a bad gateway error; upstream connect error or disconnect; no healthy upstream; is currently unable to handle this request; currently unable to handle the request; there has been a critical error on this website; there has been a critical error on your website; error establishing a database connection; an error occurred while processing your request; an application error occurred; the website encountered an unexpected error; this site is currently down for maintenance; is currently down for maintenance; is undergoing scheduled maintenance; is currently undergoing maintenance; briefly unavailable for scheduled maintenance; we're working on fixing the problem; please try again in 30 seconds; took too long to respond; our service team; we've got some trouble; could not be fulfilled, because; faithfully yours, nginx; if you are the system administrator of this resource",
      de: "der server hat einen internen fehler; aufgrund von wartungsarbeiten; wegen wartungsarbeiten; bitte versuchen sie es später; bitte versuchen sie es zu einem späteren zeitpunkt; auf dieser website gab es einen kritischen fehler; die seite wird gerade gewartet",
      fr: "le serveur a rencontré une erreur; en cours de maintenance; veuillez réessayer plus tard; veuillez réessayer ultérieurement; il y a eu une erreur critique sur; le site est actuellement en maintenance",
      es: "el servidor encontró un error; estamos realizando tareas de mantenimiento; inténtelo de nuevo más tarde; inténtalo de nuevo más tarde; vuelva a intentarlo más tarde; ha habido un error crítico en esta web",
      pt: "o servidor encontrou um erro; estamos em manutenção; tente novamente mais tarde; por favor, tente novamente; houve um erro crítico neste site",
      ru: "на сайте ведутся технические работы; проводятся технические работы; попробуйте позже; повторите попытку позже; попробуйте обновить страницу; на сайте возникла критическая ошибка",
      zh: "请稍后再试; 请稍后重试; 服务器遇到; 網站維護中，; 請稍後再試",
      ja: "しばらくしてから; 時間をおいて; 現在メンテナンスを; サーバーで問題が発生; このサイトで重大なエラーが発生しました",
    },
  },
  {
    sort: "bot-challenge",
    position: "line",
    points: 3,
    phrases: {
      en: "just a moment; attention required!; checking your browser; please wait... checking your browser; verify you are human; verify that you are human; verify you're human; verifying you are human; are you a robot?; are you human?; i'm not a robot; i am human; confirm you are human; pardon our interruption; pardon the interruption; please verify you are a human; please verify that you are not a robot; please verify you are not a robot; press & hold; press and hold; making sure you're not a bot!; making sure you're not a bot; you have been blocked; sorry, you have been blocked; let's confirm you are human",
      de: "nur einen moment; einen moment bitte; bestätigen sie, dass sie ein mensch sind; sind sie ein roboter?; ich bin kein roboter; ihr browser wird überprüft",
      fr: "un instant; un instant...; vérifiez que vous êtes humain; êtes-vous un robot ?; je ne suis pas un robot; confirmez que vous êtes humain; vérification de votre navigateur",
      es: "un momento; un momento…; verifica que eres humano; verifique que es un ser humano; ¿eres un robot?; no soy un robot",
      pt: "um momento; verifique se você é humano; confirme que é humano; você é um robô?; não sou um robô",
      ru: "один момент; проверка браузера; подтвердите, что вы человек; подтвердите, что вы не робот; вы не робот?; я не робот; вы робот?",
      zh: "请稍候; 请稍候...; 安全验证; 人机验证; 请完成安全验证; 正在检查您的浏览器; 确认您是真人; 请验证您是真人; 我不是机器人; 請稍候; 驗證您是人類",
      ja: "しばらくお待ちください; ロボットではありません; 私はロボットではありません; 人間であることを確認します; あなたが人間であることを確認してください; ブラウザを確認しています",
    },
  },
  {
    sort: "bot-challenge",
    position: "line",
    points: 2,
    phrases: {
      en: "human verification; bot verification; security check; ddos protection; request blocked; security verification; browser check; captcha verification; performing security verification",
      de: "sicherheitsüberprüfung; sicherheitsprüfung",
      fr: "vérification de sécurité",
      es: "comprobación de seguridad; verificación de seguridad",
      pt: "verificação de segurança",
      ru: "проверка безопасности",
      zh: "安全检查; 安全验证",
      ja: "セキュリティチェック",
    },
  },
  {
    sort: "bot-challenge",
    position: "within",
    points: 3,
    phrases: {
      en: "checking your browser before; checking if the site connection is secure; we are checking your browser; needs to review the security of your connection; verifying you are human; verify you are human by; verify that you are human; verify you're a human; verify you are not a bot; verify that you're not a robot; verify that you are not a robot; you are not a robot; you're not a robot; you are a human and not a bot; prove you are human; prove that you are human; confirm you are human; confirm that you are human; this process is automatic. your browser; your browser will redirect to your requested content; enable javascript and cookies to continue; turn javascript on and reload the page; please turn on javascript and reload; please enable cookies and reload; please complete the security check; completing the captcha proves; why do i have to complete a captcha; complete the captcha below; solve the captcha; solving this captcha; enter the characters you see below; unusual traffic from your computer; unusual activity from your computer; unusual traffic from your network; detected unusual traffic; detected unusual activity; automated requests from; automated access to; to protect itself from online attacks; you are unable to access; why have i been blocked; what can i do to resolve this; the owner of this website has banned; access to this page has been denied because; you are using automation tools; ddos protection by; protected by ddos; performance & security by; something about your browser made us think you were a bot; request unsuccessful. incident id; your support id is; verification successful. waiting for; you were blocked by network security; uses a security service to protect; press & hold to confirm; please stand by, while we are checking; making sure you're not a bot; proof-of-work; javascript is required to pass",
      de: "überprüfen ihren browser; überprüft ihren browser; ihr browser wird überprüft; dass sie ein mensch sind; dass sie kein roboter sind; dass du kein roboter bist; die sicherheit ihrer verbindung; aktivieren sie javascript und cookies, um; aktivieren sie javascript und cookies um; ungewöhnlichen datenverkehr aus ihrem; ungewöhnliche aktivitäten von ihrem; lösen sie das captcha",
      fr: "vérification de votre navigateur; vérifions votre navigateur; que vous êtes humain; que vous êtes un humain; que vous n'êtes pas un robot; la sécurité de votre connexion; activez javascript et les cookies pour continuer; activer javascript et les cookies pour continuer; trafic inhabituel; compléter le captcha",
      es: "comprobando su navegador; verificando tu navegador; comprobando si la conexión; que eres humano; que es un ser humano; que eres un ser humano; que no eres un robot; que no es un robot; la seguridad de su conexión; la seguridad de tu conexión; habilite javascript y las cookies para continuar; habilita javascript y las cookies para continuar; tráfico inusual",
      pt: "verificando seu navegador; verificando o seu navegador; que você é humano; que é humano; que você não é um robô; que não é um robô; a segurança da sua conexão; ative o javascript e os cookies para continuar; habilite javascript e cookies para continuar; tráfego incomum",
      ru: "проверяем ваш браузер; проверка вашего браузера; что вы человек; что вы не робот; безопасность вашего подключения; безопасность вашего соединения; включите javascript и файлы cookie; включите javascript и cookie; подозрительный трафик; запросы, поступившие с вашего",
      zh: "正在检查您的浏览器; 正在验证您是否是真人; 确认您是真人; 您的连接的安全性; 请启用javascript和cookie; 请启用 javascript 和 cookie; 异常流量; 完成以下操作验证; 拖动滑块; 正在進行安全檢查",
      ja: "ブラウザを確認しています; ブラウザをチェックしています; 人間であることを確認; ロボットでないことを確認; 接続のセキュリティを確認; javascriptとcookieを有効にして; javascript と cookie を有効にして; 通常と異なるトラフィック",
    },
  },
  {
    sort: "login-wall",
    position: "within",
    points: 3,
    phrases: {
      en: "you must be logged in to view; you must be logged in to access; you must be logged in to see; you must be logged in to continue; you must log in to; you need to log in to; you need to login to; you need to be logged in; you need to sign in to; you have to log in; you have to be logged in; you must sign in to; you must be signed in; please log in to view; please log in to access; please log in to continue; please login to view; please login to access; please login to continue; please sign in to view; please sign in to access; please sign in to continue; please log in to your account; please sign in to your account; log in to continue; sign in to continue; login to continue; log in to view this; sign in to view this; log in to your account; sign in to your account; login to your account; this page requires authentication; this resource requires authentication; authentication is required; authorization required; your session has expired; you are not logged in; enter your username and password; enter your email and password; enter your user name and password; log in with your; sign in with your; you will be redirected to the login; single sign-on to continue; could not verify that you are authorized; only registered users; only registered members; you need a user account; to access this page, you",
      de: "sie müssen sich anmelden, um diese; sie müssen angemeldet sein, um diese; sie müssen eingeloggt sein; du musst eingeloggt sein; bitte melden sie sich an; bitte melde dich an; bitte loggen sie sich ein; bitte logge dich ein; melden sie sich an, um; melde dich an, um; ihre sitzung ist abgelaufen; geben sie ihren benutzernamen; nur für registrierte; nur für angemeldete; mit ihrem benutzernamen und",
      fr: "vous devez vous connecter pour; vous devez être connecté pour accéder; vous devez être identifié; veuillez vous connecter; veuillez vous identifier; connectez-vous pour continuer; connectez-vous pour accéder; connectez-vous à votre compte; identifiez-vous pour; votre session a expiré; accès réservé aux; saisissez votre identifiant",
      es: "debe iniciar sesión para; debes iniciar sesión para; necesita iniciar sesión; necesitas iniciar sesión; inicie sesión para continuar; inicia sesión para continuar; inicia sesión en tu cuenta; inicie sesión en su cuenta; por favor, inicie sesión; por favor inicie sesión; su sesión ha expirado; tu sesión ha expirado; acceso restringido a usuarios; ingrese su usuario; introduzca su usuario",
      pt: "você precisa fazer login; é necessário fazer login para acessar; você precisa estar logado; faça login para continuar; inicie sessão para continuar; faça login na sua conta; entre na sua conta; sua sessão expirou; a sua sessão expirou; acesso restrito a; digite seu usuário",
      ru: "необходимо войти; войдите, чтобы; авторизуйтесь, чтобы; необходимо авторизоваться; для просмотра этой страницы; требуется авторизация; время сеанса истекло; введите логин и пароль; введите ваш логин; только для зарегистрированных; чтобы войти на сайт",
      zh: "请先登录; 请登录后; 登录后才能; 登录后查看; 您需要登录; 您还没有登录; 您尚未登录; 请输入用户名; 会话已过期; 請先登入; 登入後; 您需要登入",
      ja: "ログインしてください; ログインが必要です; ログインする必要があります; セッションの有効期限; セッションがタイムアウト; ログインしていません; パスワードを入力",
    },
  },
  {
    sort: "login-wall",
    position: "line",
    points: 1,
    phrases: {
      en: "log in; login; sign in; signin; log on; logon; member login; members login; customer login; user login; account login; client login; please log in; please login; please sign in; login required; log in required; sign in required; authentication required; unauthorized; username; user name; your username; username or email; username or email address; email or username; email address or username; user id; userid; login name; email; e-mail; email address; your email; your email address; email address *; password; your password; password *; passwort *; remember me; keep me logged in; keep me signed in; stay signed in; remember my login; remember password; remember me on this computer; log me on automatically each visit; forgot password; forgot password?; forgot your password; forgot your password?; forgot username?; forgot your username?; forgotten password; forgotten your password?; i forgot my password; lost your password?; lost password; lost password?; reset password; reset your password; password reset; password recovery; recover password; retrieve password; send password; request new password; new password; confirm password; repeat password; retype password; password again; verify password; create account; create an account; create new account; create a new account; create your account; register; sign up; sign up now; register now; registration; new user; new user?; new users; new customer; new customers; returning customer; returning customers; not a member?; not registered yet?; not a member yet?; already have an account?; already a member?; don't have an account?; need an account?; no account yet?; sign in with; log in with; login with; account login; login or register; sign in or register; login or create an account; login to your account; personal information; first name; last name; account details; login details; login information; captcha; enter code",
      de: "anmelden; einloggen; login; anmeldung; log-in; kundenlogin; mitgliederlogin; jetzt anmelden; bitte anmelden; anmeldung erforderlich; benutzername; nutzername; benutzer; kennung; e-mail; e-mail-adresse; ihre e-mail-adresse; passwort; kennwort; ihr passwort; angemeldet bleiben; eingeloggt bleiben; passwort vergessen; passwort vergessen?; kennwort vergessen?; passwort vergessen ?; zugangsdaten vergessen?; passwort zurücksetzen; passwort anfordern; passwort bestätigen; passwort wiederholen; neues passwort; konto erstellen; benutzerkonto anlegen; registrieren; jetzt registrieren; registrierung; neu hier?; neuer kunde; ich bin neukunde; noch kein konto?; bereits registriert?; anmeldedaten; vorname; nachname",
      fr: "connexion; se connecter; s'identifier; identification; connectez-vous; identifiez-vous; espace membre; espace client; identifiant; identifiants; nom d'utilisateur; pseudo; e-mail; adresse e-mail; adresse email; votre email; email; mot de passe; votre mot de passe; se souvenir de moi; rester connecté; mot de passe oublié; mot de passe oublié ?; mot de passe perdu ?; mot de passe perdu; réinitialiser le mot de passe; confirmer le mot de passe; confirmation du mot de passe; nouveau mot de passe; créer un compte; créer mon compte; inscription; s'inscrire; inscrivez-vous; nouveau client; déjà client ?; déjà inscrit ?; pas encore inscrit ?; pas encore de compte ?; prénom; nom",
      es: "iniciar sesión; inicio de sesión; acceder; acceso; entrar; ingresar; ingreso; identificarse; acceso clientes; acceso usuarios; usuario; nombre de usuario; correo electrónico; email; e-mail; contraseña; tu contraseña; su contraseña; recordarme; recuérdame; mantener sesión iniciada; recordar contraseña; ¿olvidaste tu contraseña?; ¿olvidó su contraseña?; ¿has olvidado tu contraseña?; olvidé mi contraseña; recuperar contraseña; restablecer contraseña; confirmar contraseña; repetir contraseña; nueva contraseña; crear cuenta; crear una cuenta; registrarse; regístrate; registro; regístrese; nuevo usuario; ¿no tienes cuenta?; ¿ya tienes cuenta?; nombre; apellidos",
      pt: "entrar; login; iniciar sessão; acessar; fazer login; acesse sua conta; usuário; utilizador; nome de usuário; nome de utilizador; e-mail; email; senha; sua senha; palavra-passe; lembrar-me; lembrar de mim; esqueceu-se da senha?; manter-me conectado; esqueci minha senha; esqueceu a senha?; esqueceu sua senha?; esqueceu-se da palavra-passe?; recuperar senha; redefinir senha; confirmar senha; nova senha; criar conta; cadastre-se; cadastrar; cadastro; registrar; registar; não tem conta?; já tem conta?; nome; sobrenome",
      ru: "войти; вход; вход на сайт; авторизация; вход в систему; личный кабинет; вход в личный кабинет; логин; имя пользователя; e-mail; email; пароль; ваш пароль; запомнить меня; запомнить; чужой компьютер; забыли пароль?; забыли пароль; забыл пароль; напомнить пароль; восстановить пароль; восстановление пароля; повторите пароль; подтвердите пароль; пароль еще раз; новый пароль; зарегистрироваться; регистрация; создать аккаунт; создать учетную запись; нет аккаунта?; имя; фамилия",
      zh: "登录; 登陆; 用户登录; 会员登录; 登入; 會員登入; 用户名; 用户名：; 账号; 帐号; 邮箱; 密码; 密 码; 密碼; 帳號; 确认密码; 記住我; 记住我; 自动登录; 下次自动登录; 记住密码; 忘记密码; 忘记密码？; 忘记密码?; 忘記密碼; 忘記密碼？; 找回密码; 重置密码; 注册; 立即注册; 免费注册; 註冊; 验证码; 新用户注册; 用户注册",
      ja: "ログイン; 会員ログイン; マイページログイン; サインイン; ユーザー名; ユーザ名; ユーザーid; 会員id; ログインid; id; メールアドレス; パスワード; パスワード（確認）; パスワード(確認); ログイン状態を保持する; ログインしたままにする; パスワードを忘れた方; パスワードを忘れた方はこちら; パスワードをお忘れの方; パスワードをお忘れの方はこちら; パスワードを忘れた; パスワード再設定; パスワード再発行; 新規登録; 新規会員登録; 会員登録; アカウント作成; ユーザー登録",
      it: "accedi; login; accesso; entra; area riservata; nome utente; utente; email; indirizzo email; password; ricordami; password dimenticata?; registrati; registrazione; crea un account; non hai un account?; conferma password",
      nl: "inloggen; aanmelden; log in; gebruikersnaam; e-mail; e-mailadres; wachtwoord; onthoud mij; aangemeld blijven; ingelogd blijven; wachtwoord vergeten?; wachtwoord vergeten; registreren; account aanmaken; nog geen account?; nog niet geregistreerd?; bevestig wachtwoord",
      pl: "zaloguj się; zaloguj; logowanie; login; nazwa użytkownika; e-mail; adres e-mail; hasło; zapamiętaj mnie; nie pamiętasz hasła?; zapomniałeś hasła?; przypomnij hasło; zarejestruj się; rejestracja; załóż konto; nie masz konta?; powtórz hasło",
      sv: "logga in; inloggning; användarnamn; e-post; e-postadress; lösenord; kom ihåg mig; glömt lösenord?; glömt lösenordet?; skapa konto; registrera; registrera dig; logg inn; log ind; log på; login; brugernavn; brukernavn; adgangskode; passord; kodeord; husk mig; husk meg; glemt passord?; glemt adgangskode?; opret konto; opret bruger; registrer",
    },
  },
  {
    sort: "login-wall",
    position: "within",
    points: 1,
    phrases: {
      en: "forgot your password; forgot password; forgotten your password; forgotten password; lost your password; lost password; reset your password; remember my username; remember me; keep me signed in; keep me logged in; username and password; user name and password; email and password; password:; username:",
      de: "passwort vergessen; kennwort vergessen; zugangsdaten vergessen; angemeldet bleiben; eingeloggt bleiben; passwort:; benutzername:",
      fr: "mot de passe oublié; mot de passe perdu; rester connecté; se souvenir de moi; mot de passe :; identifiant :",
      es: "olvidaste tu contraseña; olvidó su contraseña; olvidado tu contraseña; olvidado su contraseña; olvidé mi contraseña; contraseña:; usuario:",
      pt: "esqueci minha senha; esqueceu a senha; esqueceu sua senha; esqueceu-se da senha; esqueceu-se da palavra-passe; senha:; usuário:",
      ru: "забыли пароль; забыл пароль; забыли логин; напомнить пароль; восстановить пароль; запомнить меня; пароль:; логин:",
      zh: "忘记密码; 忘記密碼; 找回密码; 记住密码; 自动登录; 用户名：; 密码：",
      ja: "パスワードを忘れ; パスワードをお忘れ; パスワードの再発行; ログイン状態を保持",
      it: "password dimenticata; hai dimenticato la password; dimenticato la password; ricordami",
      nl: "wachtwoord vergeten; aangemeld blijven; ingelogd blijven",
      pl: "nie pamiętasz hasła; zapomniałeś hasła; zapomniałem hasła; przypomnij hasło; zapamiętaj mnie; hasło:",
      sv: "glömt lösenord; glömt ditt lösenord; glemt passord; glemt adgangskode; glemt din adgangskode; glemt kodeord; husk mig; husk meg; kom ihåg mig",
    },
  },
  {
    sort: "consent-wall",
    position: "line",
    points: 2,
    phrases: {
      en: "before you continue; we value your privacy; we care about your privacy; your privacy is important to us; your privacy matters; your privacy choices; your choices regarding cookies; cookie consent; privacy preference center; consent to cookies; this site asks for consent to use your data; cookies on this site; welcome! we use cookies",
      de: "bevor sie fortfahren; wir schätzen ihre privatsphäre; ihre privatsphäre ist uns wichtig; ihre privatsphäre; datenschutzeinstellungen; datenschutz-einstellungen; privatsphäre-einstellungen; cookie-zustimmung; ihre einwilligung; zustimmen und weiter; weiter mit werbung; weiter mit werbung lesen",
      fr: "avant de continuer; nous respectons votre vie privée; votre vie privée; votre vie privée nous importe; votre confidentialité est importante; vos choix concernant les cookies; le respect de votre vie privée est notre priorité; continuer sans accepter",
      es: "antes de continuar; valoramos tu privacidad; valoramos su privacidad; tu privacidad es importante para nosotros; su privacidad es importante para nosotros; tu privacidad nos importa",
      pt: "antes de continuar; valorizamos a sua privacidade; valorizamos sua privacidade; a sua privacidade é importante para nós; sua privacidade é importante para nós",
      ru: "прежде чем продолжить; мы ценим вашу конфиденциальность; ваша конфиденциальность важна для нас; настройки конфиденциальности",
      zh: "在继续之前; 我们重视您的隐私; 您的隐私很重要; 我們重視您的隱私",
      ja: "続行する前に; お客様のプライバシーを尊重します; プライバシーを大切にしています",
    },
  },
  {
    sort: "consent-wall",
    position: "line",
    points: 1,
    phrases: {
      en: "accept all; accept all cookies; i accept; agree; i agree; accept; accept and continue; agree and continue; agree and close; agree & close; accept & continue; reject all; decline all; reject; decline; more options; manage options; manage cookies; manage preferences; manage settings; customize; customise; cookie settings; show purposes; privacy settings; strictly necessary cookies; only necessary cookies; functional cookies; performance cookies; targeting cookies; vendors; partners; legitimate interest; save and exit; consent; do not consent; confirm my choices; necessary; statistics; preferences; marketing; continue without accepting",
      de: "alle akzeptieren; alle cookies akzeptieren; akzeptieren; alle annehmen; alle ablehnen; ablehnen; zustimmen; einwilligen; nicht einwilligen; einstellungen; optionen verwalten; weitere optionen; nur notwendige cookies; notwendig; statistiken; präferenzen; zwecke anzeigen; einstellungen oder ablehnen; speichern und schließen",
      fr: "tout accepter; accepter; j'accepte; tout refuser; refuser; personnaliser; paramétrer; paramétrer les cookies; en savoir plus; plus d'options; gérer les options; voir les partenaires; nos partenaires",
      es: "aceptar todo; aceptar; acepto; rechazar todo; rechazar; más opciones; configurar; gestionar opciones; personalizar; ver socios",
      pt: "aceitar tudo; aceitar todos; aceitar; rejeitar tudo; rejeitar todos; rejeitar; mais opções; gerir opções; gerenciar opções; personalizar; não aceitar",
      ru: "принять все; принять; отклонить все; отклонить; настроить; дополнительные параметры; согласен; соглашаюсь",
      zh: "全部接受; 接受全部; 接受所有; 全部拒绝; 管理选项; 更多选项; 同意并继续",
      ja: "すべて同意する; すべて受け入れる; 同意する; すべて拒否; すべて拒否する; その他のオプション; 設定を管理",
    },
  },
  {
    sort: "consent-wall",
    position: "within",
    points: 2,
    phrases: {
      en: 'and our partners store and/or access information on a device; we and our partners; and our partners process personal data; store and/or access information on a device; use cookies and data to; process personal data, such as unique identifiers; personalised ads and content; personalized ads and content; ad and content measurement; you can change your choices at any time; withdraw your consent at any time; without your consent our partners; by clicking accept all; by clicking "accept; if you choose to reject all; if you choose to accept all; consent to the use of cookies; we use cookies and similar technologies; we use cookies to',
      de: "wir und unsere partner; informationen auf einem gerät speichern; personalisierte anzeigen und inhalte; personalisierte werbung und inhalte; verwendet cookies und daten; verwenden cookies und daten; ihre einwilligung jederzeit widerrufen; wir verwenden cookies; mit werbung und cookies; mit ihrer zustimmung",
      fr: "nous et nos partenaires; avec nos partenaires; stocker et/ou accéder à des informations; stockent et/ou accèdent à des informations; publicités et contenu personnalisés; publicités et contenus personnalisés; utilisons des cookies et; retirer votre consentement à tout moment; nous utilisons des cookies",
      es: "nosotros y nuestros socios; almacenamos o accedemos a información en un dispositivo; anuncios y contenido personalizados; utilizamos cookies y datos; retirar tu consentimiento; retirar su consentimiento; con tu consentimiento; utilizamos cookies",
      pt: "nós e os nossos parceiros; nós e nossos parceiros; armazenamos e/ou acedemos a informações; anúncios e conteúdos personalizados; anúncios e conteúdo personalizados; usamos cookies e dados; retirar o seu consentimento; utilizamos cookies",
      ru: "мы и наши партнёры; мы и наши партнеры; файлы cookie и данные; персонализированную рекламу; отозвать свое согласие; мы используем файлы cookie",
      zh: "我们和我们的合作伙伴; 使用 cookie 和数据; 个性化广告; 随时撤回",
      ja: "パーソナライズされた広告; cookie とデータを使用; クッキーを使用して; いつでも同意を撤回",
    },
  },
  {
    sort: "paywall",
    position: "within",
    points: 3,
    phrases: {
      en: "subscribe to continue reading; subscribe to keep reading; subscribe to read the full; subscribe to read this; subscribe now to continue; to continue reading, please; to continue reading this article; to read the full article; to read the rest of this; to read this article, please; this article is for subscribers; this article is reserved for; this article is exclusive to subscribers; this content is for subscribers; this content is for members; this content is reserved for; this story is for subscribers; this post is for paying subscribers; this post is for paid subscribers; for subscribers only; for paid subscribers only; exclusive to members; available to subscribers only; you have reached your limit of free; you've reached your limit of free; you have reached your article limit; you've read your last free; you have no free articles; free articles remaining; already a subscriber?; already a subscriber; already subscribed?; unlock this article; unlock the full article; start your free trial to; get full access to this article; purchase access to; buy this article; rent this article; access through your institution; institutional access; log in via an institution; this is a preview of subscription content; get unlimited access; keep reading with a; continue reading with a subscription; become a member to read; create a free account to continue; register to continue reading",
      de: "weiterlesen mit; jetzt weiterlesen; um diesen artikel weiterzulesen; um weiterzulesen; nur für abonnenten; exklusiv für abonnenten; dieser artikel ist exklusiv; dieser inhalt ist exklusiv; lesen sie diesen artikel mit; bereits abonnent?; sie sind bereits abonnent; schon abonnent?; jetzt abonnieren und weiterlesen; mit einem abo; lesen sie weiter mit",
      fr: "cet article est réservé aux abonnés; article réservé aux abonnés; réservé à nos abonnés; réservé aux abonnés; la suite est réservée; pour lire la suite; il vous reste; abonnez-vous pour lire; abonnez-vous pour continuer; déjà abonné; vous êtes déjà abonné",
      es: "este artículo es exclusivo para suscriptores; contenido exclusivo para suscriptores; exclusivo para suscriptores; solo para suscriptores; suscríbete para seguir leyendo; suscríbase para seguir leyendo; para seguir leyendo; ¿ya eres suscriptor?; ya soy suscriptor; has alcanzado el límite de artículos",
      pt: "conteúdo exclusivo para assinantes; exclusivo para assinantes; exclusivo para subscritores; assine para continuar lendo; assine para ler; para continuar lendo; para continuar a ler; já é assinante?; já sou assinante; você atingiu o limite",
      ru: "доступно только подписчикам; только для подписчиков; материал доступен подписчикам; оформите подписку, чтобы; чтобы дочитать; чтобы прочитать полностью; уже есть подписка?; уже подписаны?",
      zh: "订阅后继续阅读; 订阅以继续阅读; 仅限订阅用户; 本文仅供订阅; 会员专享; 付费阅读; 開通會員; 订阅会员",
      ja: "有料会員限定; 会員限定記事; この記事は有料会員限定; 続きを読むには; 残り文字数; 有料プランに; 購読して続きを読む; 会員登録すると続き",
    },
  },
  {
    sort: "forbidden",
    position: "line",
    points: 2,
    phrases: {
      en: "forbidden; access denied; access forbidden; permission denied; access to this page is forbidden; access to this resource is denied; you don't have access; you do not have access; no access; access restricted; unavailable for legal reasons; you are not authorized; not authorized; not authorised; restricted access; access to this page has been denied; this content is not available in your region; this content is not available in your country; not available in your region; access blocked; directory listing denied; this request was blocked",
      de: "zugriff verweigert; zugriff verboten; kein zugriff; zugang verweigert; keine berechtigung; zugriff nicht erlaubt; verboten; in ihrer region nicht verfügbar; zugriff nicht gestattet",
      fr: "accès refusé; accès interdit; interdit; accès non autorisé; vous n'avez pas accès; non autorisé; accès restreint",
      es: "acceso denegado; acceso prohibido; prohibido; acceso no autorizado; no autorizado; acceso restringido",
      pt: "acesso negado; acesso proibido; proibido; acesso não autorizado; não autorizado; acesso restrito",
      ru: "доступ запрещен; доступ запрещён; доступ ограничен; доступ закрыт; нет доступа; запрещено",
      zh: "拒绝访问; 访问被拒绝; 禁止访问; 没有权限; 您没有权限; 訪問被拒絕; 存取被拒; 权限不足",
      ja: "アクセスが拒否されました; アクセス拒否; アクセス権限がありません; アクセスできません; 閲覧が禁止されています; 権限がありません",
    },
  },
  {
    sort: "forbidden",
    position: "within",
    points: 3,
    phrases: {
      en: "you don't have permission to access; you do not have permission to access; you don't have permission to view; you do not have permission to view; you are not authorized to access; you are not authorized to view; you are not authorised to; you are not allowed to access; you are not allowed to view; access to this resource on the server is denied; your request has been blocked; your request was blocked; your access to this site has been limited; your access to this site has been blocked; your ip address has been blocked; your ip has been blocked; this content isn't available right now; not available in your country; not available in your region; unavailable in your region; currently unavailable in most european; you need permission to access; request access, or switch; ask for access, or switch; does not have permission to get url; does not have permission to access; credentials that you supplied",
      de: "sie haben keine berechtigung; sie sind nicht berechtigt; du hast keine berechtigung; sie haben keinen zugriff auf; der zugriff auf diese seite; in ihrem land nicht verfügbar; ihre anfrage wurde blockiert",
      fr: "vous n'avez pas la permission; vous n'êtes pas autorisé; vous n'avez pas l'autorisation; l'accès à cette page; n'est pas disponible dans votre pays; votre demande a été bloquée; vous n'avez pas les droits",
      es: "no tiene permiso para acceder; no tienes permiso para acceder; no tiene permisos; no tienes permisos; no está autorizado; no estás autorizado; no está disponible en su país; no está disponible en tu país",
      pt: "você não tem permissão; não tem permissão para; você não está autorizado; não está autorizado; não está disponível no seu país; não está disponível em seu país",
      ru: "у вас нет прав; у вас нет доступа; у вас недостаточно прав; доступ к этой странице; доступ к сайту; доступ к ресурсу; недоступен в вашем регионе; недоступно в вашей стране",
      zh: "您没有权限访问; 你没有权限访问; 您無權; 您所在的地区; 您的请求已被",
      ja: "アクセスする権限がありません; 閲覧する権限がありません; お住まいの地域では; アクセスが制限されています",
    },
  },
  {
    sort: "rate-limit",
    position: "line",
    points: 2,
    phrases: {
      en: "too many requests; rate limit exceeded; rate limited; you have been rate limited; quota exceeded; api rate limit exceeded; request limit exceeded; too many connections; download quota exceeded; slow down; retry later",
      de: "zu viele anfragen; anfragelimit überschritten",
      fr: "trop de requêtes; trop de demandes",
      es: "demasiadas solicitudes; demasiadas peticiones",
      pt: "muitas solicitações; demasiados pedidos; muitas requisições; excesso de requisições",
      ru: "слишком много запросов; превышен лимит запросов",
      zh: "请求过于频繁; 访问过于频繁; 请求过多; 操作过于频繁; 請求過多",
      ja: "リクエストが多すぎます; アクセスが集中しています; リクエスト数が上限",
    },
  },
  {
    sort: "rate-limit",
    position: "within",
    points: 3,
    phrases: {
      en: "you have sent too many requests; you've sent too many requests; you have made too many requests; you've made too many requests; you are making too many requests; too many requests from; sending too many requests; you have exceeded a secondary rate limit; you have exceeded your rate limit; you have exceeded the rate limit; exceeded your request rate limit; exceeded the number of requests; you have exceeded your quota; you have exceeded the maximum number of; please slow down; too many users have viewed or downloaded; rate limit exceeded for; has been rate limited",
      de: "sie haben zu viele anfragen; zu viele anfragen von ihrer; zu viele anfragen gesendet",
      fr: "vous avez envoyé trop de; trop de requêtes depuis; vous avez effectué trop de",
      es: "ha enviado demasiadas; has enviado demasiadas; demasiadas solicitudes desde; ha realizado demasiadas",
      pt: "você enviou muitas; você fez muitas; muitas solicitações do seu",
      ru: "вы отправили слишком много; слишком много запросов с вашего; с вашего ip-адреса",
      zh: "您的请求过于频繁; 您的访问过于频繁; 您的操作过于频繁; 访问次数过多",
      ja: "リクエストの回数が; アクセス回数の上限; 短時間に多数の",
    },
  },
];

/** Lines that only servers put under their pages, and what pages carry for their operators: they go with any sort. */
export const SERVER_LINES =
  /^(?:nginx|openresty|varnish cache server|apache|lighttpd|caddy|envoy|microsoft-(?:iis|httpapi)|tengine)(?:[/ ]\d[\w.]{0,20})?(?: \([\w ]{1,20}\))?$|^apache\/[\w. ()+/-]{1,200} (?:server )?at \S{1,100} port \d{2,5}$|^(?:(?:your )?ip(?: address)?|ray id|request id|requestid|hostid|incident id|event id|reference(?: id| #)?|error reference(?: number)?|xid|trace id|support id|error code|connection: client)(?: ?[:#]|$).{0,100}$|^(?:generated by|powered by) .{0,40}\((?:squid|varnish|nginx)\b.{0,60}$/i;
