package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Analysts, managers and operators who look where things stand, in a real browser. */
class CockpitIT extends WithBrowser {

    private String approval = "";
    private String secret = "";

    @BeforeEach
    void ann_asks_and_globex_has_secrets() {
        approval = signIn("acme", "ann")
                .post("/approvals", LAPTOPS.replace("Two laptops", "A bench"))
                .text("/id");
        secret = signIn("globex", "ann")
                .post("/approvals", LAPTOPS.replace("Two laptops", "Secret of globex"))
                .text("/id");
        signIn("globex", "ada")
                .postFile("/processes", "file", ModelFiles.drawn("secret-of-globex", "Secret of globex", "Hide"));
    }

    /** Other tests read the first page of what waits there. */
    @AfterEach
    void what_was_asked_is_taken_back() {
        signIn("acme", "ann").delete("/approvals/" + approval);
        signIn("globex", "ann").delete("/approvals/" + secret);
    }

    @Test
    void ada_finds_the_model_that_she_deployed() {
        Answer made = signIn("acme", "ada")
                .postFile("/processes", "file", ModelFiles.drawn("new-phone", "A new phone", "Pick a model"));
        assertThat(made.status()).as(made.words()).isBetween(200, 201);

        look("acme/ada@acme.test", (page, watch) -> {
            watch.at("cockpit-dashboard");
            open(page, "Processes");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("new-phone"));
            row.getByText("own", new Locator.GetByTextOptions().setExact(true)).waitFor();
            watch.at("cockpit-processes");
            row.getByText("A new phone").click();
            step(page, "Pick a model").waitFor();
            page.getByText("Activity Instance Statistics").waitFor();
            watch.at("cockpit-own-model");
        });
    }

    @Test
    void max_sees_on_the_picture_where_anns_request_stands() {
        look("acme/max@acme.test", (page, watch) -> {
            toTheRequest(page);
            assertThat(count(page, "askManager")).isEqualTo("1");
            page.locator("td", new Page.LocatorOptions().setHasText("40000")).waitFor();
            watch.at("cockpit-request");
            page.getByText("Incidents", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("No incidents").waitFor();
            watch.at("cockpit-incidents");

            page.getByText("Called Process Instances").click();
            page.locator("td.called-process-instance a").first().click();
            step(page, "Decide request").waitFor();
            page.getByText("A bench").first().waitFor();
            assertThat(count(page, "decideRequest")).isEqualTo("1");
            watch.at("cockpit-gate");
        });
    }

    @Test
    void from_the_task_it_is_one_click_to_where_the_request_stands() {
        browse(page -> {
            signIn(page, "acme/max@acme.test");
            page.locator(".tasks-list").getByText("A bench").first().click();
            page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).waitFor();
            shoot(page, "tasklist-where-it-stands");
            page.locator(".instance-link").click();
            step(page, "Ask manager").waitFor();
            assertThat(count(page, "askManager")).isEqualTo("1");
            page.getByText(approval).first().waitFor();
        });
    }

    @Test
    void who_may_not_look_there_gets_no_way_there() {
        String dear = signIn("acme", "ann")
                .post(
                        "/approvals",
                        LAPTOPS.replace("Two laptops", "A dear bench").replace("40000", "60000"))
                .text("/id");
        signIn("acme", "max").put("/approvals/" + dear + "/gates/manager/decision", "{\"decision\": \"approve\"}");

        browse(page -> {
            signIn(page, "acme/rita@acme.test");
            page.locator(".tasks-list").getByText("A dear bench").first().click();
            page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).waitFor();
            assertThat(page.locator(".instance-link").isVisible()).isFalse();
        });
        signIn("acme", "ann").delete("/approvals/" + dear);
    }

    @Test
    void whoever_follows_the_link_of_a_mail_signs_in_and_is_there() {
        String instance = signIn("acme", "max").get("/approvals/" + approval).text("/instance");

        browse(page -> {
            page.navigate(here() + "camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
            submitSignIn(page, "acme/max@acme.test");
            step(page, "Ask manager").waitFor();
            assertThat(count(page, "askManager")).isEqualTo("1");
        });
    }

    @Test
    void what_a_table_decided_is_seen_in_the_table() {
        look("acme/ada@acme.test", (page, watch) -> {
            open(page, "Decisions");
            page.getByText("Approval routing").click();
            page.getByText("Revenue Assurance").first().waitFor();
            watch.at("cockpit-table");
            page.locator("td.instance-id a").first().click();
            page.locator(".dmn-output").first().waitFor();
            watch.at("cockpit-decided");
        });
    }

    @Test
    void an_operator_sees_the_tenant_that_they_named_and_its_name() {
        look("millrace/acme/ops@millrace.test", (page, watch) -> {
            page.getByText("Ops Millrace in acme").waitFor();
            toTheRequest(page);
            watch.at("cockpit-operator");
            assertThat(page.locator(".app-switch").count()).isZero();
        });
    }

    @Test
    void from_tasklist_and_back_it_is_one_click() {
        look("acme/max@acme.test", (page, watch) -> {
            page.locator(".app-switch > a").click();
            page.locator(".app-switch").getByText("Tasklist").click();
            page.getByText("My groups").waitFor();
            assertThat(page.locator(".app-switch li").all().stream()
                            .map(Locator::textContent)
                            .map(String::strip))
                    .containsExactly("Cockpit");
        });
    }

    @Test
    void whoever_may_not_look_is_told_so() {
        browse(page -> {
            knock(page, "acme/ann@acme.test");
            page.getByText("Cockpit is for analysts, managers and administrators")
                    .waitFor();
            shoot(page, "cockpit-not-for-ann");
        });
    }

    @Test
    void on_a_phone_the_picture_is_there_and_by_keyboard_too() {
        look("acme/max@acme.test", (page, watch) -> {
            page.setViewportSize(390, 844);
            page.navigate(here() + "camunda/app/cockpit/default/#/processes");
            Locator name = page.locator("td.name").getByText("Approval gate");
            name.focus();
            page.keyboard().press("Enter");
            step(page, "Decide request").waitFor();
            watch.at("cockpit-phone");
            assertThat(page.locator(".djs-container").first().boundingBox().width)
                    .isGreaterThan(350);
        });
    }

    private void look(String name, BiConsumer<Page, LookingOnly> walk) {
        browse(page -> {
            knock(page, name);
            page.locator(".dashboard").waitFor();
            LookingOnly watch = new LookingOnly(page);
            walk.accept(page, watch);
            watch.nothingWasRefused();
        });
    }

    private void knock(Page page, String name) {
        page.navigate(here() + "camunda/app/cockpit/default/");
        submitSignIn(page, name);
    }

    private static void open(Page page, String section) {
        page.locator(".sections-menu")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(section))
                .click();
    }

    /** As somebody finds it who knows only what it is about. */
    private void toTheRequest(Page page) {
        open(page, "Processes");
        page.locator("td.name").getByText("Purchase approval").click();
        page.locator("tr", new Page.LocatorOptions().setHasText(approval))
                .locator("td.instance-id a")
                .first() // the next one copies the id
                .click();
        page.getByText("Called Process Instances").waitFor();
        step(page, "Ask manager").waitFor();
    }

    private static Locator step(Page page, String name) {
        return page.locator(".djs-visual").getByText(name);
    }

    /** How many stand at the step, as its badge says. */
    private static String count(Page page, String step) {
        Locator badge = page.locator("[data-container-id=" + step + "] .instance-count");
        badge.waitFor();
        return badge.innerText().strip();
    }
}
