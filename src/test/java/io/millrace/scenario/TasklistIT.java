package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A manager at work in a real browser. */
class TasklistIT extends WithBrowser {

    @Test
    void max_decides_what_ann_asked_and_the_api_shows_it() {
        MillraceClient ann = signIn("acme", "ann");
        String id = ann.post("/approvals", """
                        {"type": "purchase", "title": "A lathe for the workshop", "reason": "The old one is worn out",
                         "amount": {"amount": 49900, "currency": "EUR"}}""").text("/id");

        browse(page -> {
            signIn(page, "acme/max@acme.test");
            readTheLathe(page);
            claimAndRejectWithoutAWord(page);
            approve(page);
        });

        MillraceClient.Answer answer = ann.get("/approvals/" + id);
        assertThat(answer.text("/state")).isEqualTo("completed");
        assertThat(answer.text("/gates/0/comment")).isEqualTo("Fine with me");
        assertThat(answer.text("/audit/2/action")).isEqualTo("approval.gate_decided");
        assertThat(answer.text("/audit/2/actor/name")).isEqualTo("Max Acme");
    }

    private static void readTheLathe(Page page) {
        page.getByText("A lathe for the workshop").first().click();
        page.locator("form").getByText("Your decision").waitFor();
        assertThat(page.locator("input, textarea").all().stream().map(Locator::inputValue))
                .contains("A lathe for the workshop", "The old one is worn out", "499.00 EUR", "Ann Acme");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Decide request (manager)"))
                .first()
                .waitFor();
        assertThat(hint(page)).contains("Claim it to decide.");
        shoot(page, "tasklist-request");
    }

    private static void claimAndRejectWithoutAWord(Page page) {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Reject").check();
        assertThat(complete(page)).isEqualTo(400);
        page.getByText("A comment is needed to reject a request.").waitFor();
        assertThat(page.locator(".page-notifications .alert").innerText()).doesNotContain(" :");
        shoot(page, "tasklist-refused");
    }

    private static void approve(Page page) {
        page.getByLabel("Approve").check();
        page.locator("textarea:not([disabled])").fill("Fine with me");
        assertThat(complete(page)).isEqualTo(204);
        page.getByText("A comment is needed to reject a request.")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        shoot(page, "tasklist-completed");
    }

    @Test
    void a_link_to_what_is_decided_or_not_there_says_so_in_plain_words() {
        MillraceClient ann = signIn("acme", "ann");
        MillraceClient max = signIn("acme", "max");
        String id = ann.post(
                        "/approvals",
                        "{\"type\": \"purchase\", \"title\": \"A clock\", \"amount\": {\"amount\": 100, \"currency\": \"EUR\"}}")
                .text("/id");
        String task = max.get("/tasks?subject=" + id).text("/items/0/id");
        max.put("/approvals/" + id + "/gates/manager/decision", "{\"decision\": \"approve\"}");

        browse(page -> {
            signIn(page, "acme/max@acme.test");
            assertThat(toastAt(page, task)).isEqualTo("This is done already. Nothing is left to do here.");
            shoot(page, "tasklist-decided-link");

            assertThat(toastAt(page, "0190d6e0-0000-7000-8000-000000000001")).isEqualTo("There is no such task.");
        });
    }

    @Test
    void a_typed_title_finds_its_card_and_a_key_opens_it() {
        MillraceClient ann = signIn("acme", "ann");
        ann.post(
                "/approvals",
                "{\"type\": \"purchase\", \"title\": \"Zebra crossing\", \"amount\": {\"amount\": 100, \"currency\": \"EUR\"}}");

        browse(page -> {
            signIn(page, "acme/max@acme.test");
            Locator search = page.getByPlaceholder("Search in what is asked");
            search.click();
            assertThat(page.locator(".search-container .uib-typeahead-match").allInnerTexts())
                    .containsExactly("What is asked", "Field of the form", "Name of the task", "Created");
            search.fill("Zebra");
            search.press("Enter");
            Locator card = page.locator(".tasks-list li.task");
            page.waitForCondition(() -> card.count() == 1 && card.innerText().contains("Zebra crossing"));

            card.locator("a").first().focus();
            page.keyboard().press("Enter");
            page.locator("form").getByText("What is asked").waitFor();
            assertThat(page.locator("section.task-details").evaluate("pane => pane === document.activeElement"))
                    .isEqualTo(true);
            page.getByText("Diagram").click();
            page.locator(".djs-visual").getByText("Decide request").waitFor();
            shoot(page, "tasklist-diagram");
            assertThat(page.locator(".djs-container").textContent()).doesNotContain("${");
        });
    }

    /** @return all that the message says, once the link is followed */
    private String toastAt(Page page, String task) {
        page.navigate("about:blank"); // or the page would only change its hash
        page.navigate(here() + "camunda/app/tasklist/default/#/?task=" + task);
        return page.locator(".page-notifications .alert")
                .innerText()
                .replace("×", "")
                .strip();
    }

    @Test
    void what_is_completed_by_keyboard_leaves_the_focus_in_the_list() {
        MillraceClient ann = signIn("acme", "ann");
        for (String title : List.of("A first hinge", "A second hinge")) {
            ann.post(
                    "/approvals",
                    "{\"type\": \"purchase\", \"title\": \"%s\", \"amount\": {\"amount\": 100, \"currency\": \"EUR\"}}"
                            .formatted(title));
        }

        browse(page -> {
            signIn(page, "acme/max@acme.test");
            page.getByText("A first hinge").first().click();
            page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
            page.getByLabel("Approve").check();
            Locator complete = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
            page.waitForCondition(complete::isEnabled);
            complete.focus();
            page.keyboard().press("Enter");

            page.waitForFunction("document.activeElement.closest('.tasks-list') !== null");
        });
    }

    @Test
    void a_wrong_password_leaves_the_name() {
        browse(page -> {
            page.navigate(here() + "camunda/app/tasklist/default/");
            page.locator("input[type=text]").fill("acme/max@acme.test");
            page.locator("input[type=password]").fill("wrong");
            page.locator("button[type=submit]").click();
            page.getByText("Tenant, e-mail address or password is wrong.").waitFor();
            Locator name = page.locator("input[type=text]");

            page.waitForCondition(() -> name.inputValue().equals("acme/max@acme.test"));
            assertThat(page.locator("input[type=password]").inputValue()).isEmpty();
            shoot(page, "tasklist-wrong-password");
        });
    }

    @Test
    void on_a_phone_a_tapped_task_takes_the_place_of_the_list() {
        MillraceClient ann = signIn("acme", "ann");
        ann.post(
                "/approvals",
                "{\"type\": \"purchase\", \"title\": \"A small thing\", \"amount\": {\"amount\": 100, \"currency\": \"EUR\"}}");

        browse(page -> {
            page.setViewportSize(390, 844);
            signIn(page, "acme/max@acme.test");
            Locator card =
                    page.locator(".tasks-list").getByText("A small thing").first();
            card.click();
            page.locator("form").getByText("What is asked").waitFor();
            assertThat(card.isVisible()).isFalse();
            assertThat(page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                            .boundingBox()
                            .y)
                    .isLessThan(844);
            shoot(page, "tasklist-phone");

            page.getByText("Back to the list").click();
            card.waitFor();
        });
    }

    @Test
    void a_manager_of_globex_finds_nothing_of_acme() {
        for (String tenant : List.of("acme", "globex")) {
            signIn(tenant, "ann")
                    .post(
                            "/approvals",
                            "{\"type\": \"purchase\", \"title\": \"Only for %s\", \"amount\": {\"amount\": 100, \"currency\": \"EUR\"}}"
                                    .formatted(tenant));
        }

        browse(page -> {
            signIn(page, "globex/max@globex.test");
            page.getByText("My groups").click();
            page.getByText("Only for globex").waitFor();
            shoot(page, "tasklist-globex");

            assertThat(page.content()).doesNotContain("Only for acme", "Acme");
        });
    }

    private static String hint(Page page) {
        return (String) page.locator(".fjs-container").evaluate("form => getComputedStyle(form, '::before').content");
    }

    /** @return the status of the answer, which Tasklist shows a moment later */
    private static int complete(Page page) {
        return page.waitForResponse(
                        answer -> answer.url().endsWith("/submit-form"),
                        () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                                .click())
                .status();
    }
}
