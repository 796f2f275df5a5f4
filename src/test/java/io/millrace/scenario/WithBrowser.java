package io.millrace.scenario;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A scenario in a real browser; what it saw lands in {@code target/screenshots}. */
abstract class WithBrowser extends WithProduct {

    private static final Path SHOTS = Path.of("target", "screenshots");

    void signIn(Page page, String name) {
        page.navigate(here() + "camunda/app/tasklist/default/");
        submitSignIn(page, name);
        page.getByText("My groups").waitFor();
    }

    /** Once the page has put the cursor where it begins: before, it would take it out of the password. */
    static void submitSignIn(Page page, String name) {
        page.waitForFunction("document.activeElement.matches('input[type=text]')");
        page.locator("input[type=text]").fill(name);
        page.locator("input[type=password]").fill(MillraceClient.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    static void browse(java.util.function.Consumer<Page> visit) {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(WithBrowser::withoutBrowser);
        Map<String, String> nothingFetched = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(nothingFetched));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1360, 900));
            page.setDefaultTimeout(60_000);
            try {
                visit.accept(page);
            } catch (RuntimeException | AssertionError e) {
                shoot(page, "tasklist-failed");
                throw e;
            }
        }
    }

    private static Path withoutBrowser() {
        if ("true".equals(System.getenv("CI"))) return fail("CI has no Chromium; .ci/run installs it");
        return abort("no Chromium on this machine");
    }
}
