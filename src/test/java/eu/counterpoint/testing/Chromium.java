package eu.counterpoint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private static final int HEIGHT = 900;

    /** They cost half a minute of a whole run. */
    private static final boolean PICTURES = Boolean.getBoolean("pictures");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        Path program = Stream
                .of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "These tests need Chromium: install it, or name it in the environment variable CHROMIUM"));
        Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        return new Chromium(playwright, browser);
    }

    /** A new visitor: without cookies, on a screen of this width. */
    public Visitor visitor(String address, int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
                .setViewportSize(width, HEIGHT).setColorScheme(ColorScheme.LIGHT).setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true).setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        context.setDefaultNavigationTimeout(30_000);
        return new Visitor(context, address);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Somebody in front of a browser, and what went wrong before their eyes or behind them. */
    public static final class Visitor implements AutoCloseable {

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

        /** Signs in with the form that everybody uses. */
        public void signIn(String user, String password) {
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

        /** Goes over to the other colours on the page that is there, as views follow them by their styles alone. */
        public void colours(ColorScheme colours) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.evaluate(SETTLE);
        }

        /** Goes over to a screen of this width with the page that is there, as views follow it by their styles alone. */
        public void screen(int width) {
            if (page.viewportSize().width == width) {
                return;
            }
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
