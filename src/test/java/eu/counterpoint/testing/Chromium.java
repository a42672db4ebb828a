package eu.counterpoint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, without a window. It is looked for in the environment variable CHROMIUM, then where
 * distributions put it; nothing is downloaded.
 */
public final class Chromium implements AutoCloseable {

    /** A desk's screen, in CSS pixels. */
    public static final int DESK = 1440;

    /** A phone's screen, in CSS pixels. */
    public static final int PHONE = 390;

    /** For what is to be seen or done. */
    private static final int PATIENCE_MS = 20_000;
    private static final int HEIGHT = 900;

    /** They cost half a minute of a whole run. */
    private static final boolean PICTURES = Boolean.getBoolean("pictures");

    /**
     * What a visitor sees nothing of. The lists under the address bar, pages of their own, take as much of the processor for each new visitor as
     * a page of ours; the others are Playwright's, whose list this one takes the place of.
     */
    private static final List<String> NOT_NEEDED = List.of("WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
            "AvoidUnnecessaryBeforeUnloadCheckSync", "BlockOriginHeaderModificationOnRedirect",
            "BoundaryEventDispatchTracksNodeRemoval", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider",
            "GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "OptimizationHints", "PaintHolding",
            "ThirdPartyStoragePartitioning", "Translate");

    /** One serves all tests of a thread, and of no other: that is what Playwright asks for. It ends with the process. */
    private static final ThreadLocal<Browser> BROWSERS = new ThreadLocal<>();

    private final Browser browser;
    private final List<Visitor> visitors = new ArrayList<>();

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    /** One for visitors who know nothing of those before. Used by the thread that starts it. */
    public static Chromium start() {
        Browser browser = BROWSERS.get();
        if (browser == null || !browser.isConnected()) {
            browser = launched();
            BROWSERS.set(browser);
        }
        return new Chromium(browser);
    }

    private static Browser launched() {
        Path program = Stream
                .of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "These tests need Chromium: install it, or name it in the environment variable CHROMIUM"));
        // As long as an action may take: of itself it would be 5 s, which a busy machine needs for a page at times.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                "--disable-features=" + String.join(",", NOT_NEEDED))));
    }

    /** A new visitor: without cookies, on a screen of this width. */
    public Visitor visitor(String address, int width) {
        return visitor(address, width, "en-GB");
    }

    /** A new visitor whose browser asks for pages in a language. */
    public Visitor visitor(String address, int width, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
                .setViewportSize(width, HEIGHT).setColorScheme(ColorScheme.LIGHT).setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true).setLocale(language));
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(30_000);
        Visitor visitor = new Visitor(context, address);
        visitors.add(visitor);
        return visitor;
    }

    /** Whoever is still there leaves. */
    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }

    /** Somebody in front of a browser, and what went wrong before their eyes or behind them. */
    public static final class Visitor implements AutoCloseable {

        private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

        /** Labels of fields go over to another colour within some time, also for who asks for no motion. */
        private static final String SETTLE = """
                async () => {
                  const trees = root => [root, ...[...root.querySelectorAll('*')].filter(one => one.shadowRoot)
                      .flatMap(one => trees(one.shadowRoot))];
                  let changes = [true];
                  for (let round = 0; round < 20 && changes.length > 0; round++) {
                    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                    changes = trees(document).flatMap(tree => tree.getAnimations())
                        .filter(one => one instanceof CSSTransition);
                    changes.forEach(one => one.finish());
                  }
                }""";

        private final BrowserContext context;
        private final Page page;
        private final List<String> foreignRequests = new CopyOnWriteArrayList<>();
        private final List<String> consoleErrors = new CopyOnWriteArrayList<>();

        private Visitor(BrowserContext context, String address) {
            this.context = context;
            this.page = context.newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith(address) && !request.url().matches("(data|blob|about):.*")) {
                    foreignRequests.add(request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    consoleErrors.add(message.text() + " " + message.location());
                }
            });
            page.onPageError(consoleErrors::add);
        }

        public Page page() {
            return page;
        }

        /** Opens an address and waits until the view stands there; answers the HTTP status. */
        public int open(String path) {
            int status = page.navigate(path).status();
            page.locator("main h1").first().waitFor();
            return status;
        }

        /** Signs in as the form does, without the pages before and after. */
        public void signIn(String user, String password) {
            RequestOptions html = RequestOptions.create().setHeader("Accept", "text/html");
            Matcher token = CSRF.matcher(context.request().get("/sign-in", html).text());
            assertThat(token.find()).as("the page has a token against forged forms").isTrue();
            APIResponse answer = context.request().post("/sign-in", html.setMaxRedirects(0).setForm(FormData.create()
                    .set("_csrf", token.group(1)).set("username", user).set("password", password)));
            assertThat(answer.headers().get("location")).as("where the sign-in leads").isNotNull()
                    .doesNotContain("sign-in");
        }

        /** Signs in with the form that everybody uses. */
        public void signInWithTheForm(String user, String password) {
            page.navigate("/sign-in");
            page.locator("input[name=username]").fill(user);
            page.locator("input[name=password]").fill(password);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
        }

        /** A picture of the whole page below {@code target/pictures}, for eyes, where {@code -Dpictures=true} asks for it. */
        public void picture(String name) {
            if (!PICTURES) {
                return;
            }
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "pictures", name + ".png")));
        }

        /** What stands in somebody's way on this page: what axe complains of, and what is wider than the screen. */
        public List<String> barriers() {
            List<String> barriers = new ArrayList<>();
            Axe.violations(page).forEach(violation -> barriers.add(page.url() + ": " + violation));
            int tooWide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            if (tooWide > 0) {
                barriers.add(page.url() + ": " + tooWide + " pixels wider than the screen");
            }
            return barriers;
        }

        /** What of this page has too little contrast; a part of {@link #barriers}. */
        public List<String> tooLittleContrast() {
            return Axe.violations(page, "color-contrast").stream().map(violation -> page.url() + ": " + violation)
                    .toList();
        }

        /** The page that is there in these colours: views follow them by their styles alone. */
        public void colours(ColorScheme colours) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.evaluate(SETTLE);
        }

        /**
         * The page that is there at a desk and on a phone, where it is now first and where it is left then: views follow the
         * width by their styles alone.
         */
        public void onEachScreen(IntConsumer look) {
            int here = page.viewportSize().width;
            look.accept(here);
            screen(here == DESK ? PHONE : DESK);
            look.accept(page.viewportSize().width);
        }

        private void screen(int width) {
            page.setViewportSize(width, HEIGHT);
            page.evaluate(SETTLE);
        }

        /** What somebody without a mouse cannot come to, or not see; leaves the focus somewhere else than it was. */
        public List<String> barriersForTheKeyboard() {
            return Keyboard.barriers(page);
        }

        /** Fails where there are {@link #barriers}. */
        public void assertAccessible() {
            assertThat(barriers()).isEmpty();
        }

        /** What went wrong behind the pages so far: requests to anybody else, and errors in the console. */
        public List<String> mishaps() {
            List<String> mishaps = new ArrayList<>(consoleErrors);
            foreignRequests.forEach(address -> mishaps.add("asked elsewhere: " + address));
            return mishaps;
        }

        /** Fails where there are {@link #mishaps}. */
        public void assertNothingWentWrong() {
            assertThat(mishaps()).isEmpty();
        }

        /** Forgets the errors in the console so far: a page that is meant to answer 404 leaves one. */
        public void forgetConsole() {
            consoleErrors.clear();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
