package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Watches somebody who walks through Cockpit: nothing there changes anything, is refused, or is of globex. */
final class LookingOnly {

    /** What the vendor's pages do at a click, as far as it is there to be clicked: each only shows something else. */
    private static final Set<String> SHOWING = Set.of(
            "Tabs.selectTab(tabProvider)",
            "changeOrder(column.request)",
            "crumb.callback(index, breadcrumbs)",
            "crumb.hidden = !crumb.hidden",
            "navbarOpen = !navbarOpen",
            "readStringVar(v)",
            "resetZoom()",
            "selectTab('list')",
            "selectTab('previews')",
            "selectTab(tabProvider)",
            "sidebarTab = 'filters'",
            "sidebarTab = 'info'",
            "toggleOverlay()",
            "toggleSection('actual')",
            "toggleSection('deployed')",
            "toggleSection()",
            "zoomIn()",
            "zoomOut()");

    private final Page page;
    private final List<String> refused = new ArrayList<>();

    /** From now on. */
    LookingOnly(Page page) {
        this.page = page;
        page.onResponse(answer -> {
            if (answer.status() >= 400) refused.add(answer.status() + " " + answer.url());
        });
        page.onPageError(refused::add);
    }

    /** Looks at the page as it is now, and keeps a picture of it. */
    void at(String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        WithBrowser.shoot(page, name);
        assertThat(visible("[ng-click]").stream().map(it -> it.getAttribute("ng-click")))
                .as(name)
                .isSubsetOf(SHOWING);
        assertThat(visible("button, input, select, textarea, a.btn").stream()
                        .map(it -> it.evaluate("it => it.outerHTML").toString()))
                .as(name)
                .noneMatch(html -> html.matches("(?is).*(delete|cancel|suspend|retr[yi]|edit|save|upload|remove|migrat|"
                        + "trash|pencil|floppy|pause|repeat|plus-sign|type=.file).*"));
        assertThat(visible(".page-notifications .alert")).as(name).isEmpty();
        assertThat(page.content()).as(name).doesNotContainIgnoringCase("globex");
    }

    void nothingWasRefused() {
        assertThat(refused).isEmpty();
    }

    private List<Locator> visible(String selector) {
        return page.locator(selector).all().stream().filter(Locator::isVisible).toList();
    }
}
