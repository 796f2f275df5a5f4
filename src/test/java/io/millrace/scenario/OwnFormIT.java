package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody fills in the form of a model that ada has drawn, in a real browser. */
class OwnFormIT extends WithBrowser {

    private static final String FIELDS = """
            <camunda:formField id="request" label="Request" type="string" defaultValue="${requestTitle}">
              <camunda:validation><camunda:constraint name="readonly"/></camunda:validation>
            </camunda:formField>
            <camunda:formField id="costCentre" label="Cost centre" type="string">
              <camunda:validation><camunda:constraint name="required"/><camunda:constraint name="minlength" config="2"/>
              </camunda:validation>
            </camunda:formField>
            <camunda:formField id="left" label="Left in the budget" type="long">
              <camunda:validation><camunda:constraint name="required"/><camunda:constraint name="min" config="0"/>
              </camunda:validation>
            </camunda:formField>
            <camunda:formField id="planned" label="Planned" type="boolean"/>
            <camunda:formField id="neededBy" label="Needed by" type="date"/>
            <camunda:formField id="budget" label="Which budget" type="enum">
              <camunda:value id="it" name="Computers"/><camunda:value id="other" name="Everything else"/>
            </camunda:formField>
            """;

    private Company company;
    private String approval;

    @BeforeEach
    void a_company_that_asks_for_its_budget() {
        company = Company.founded(here());
        MillraceClient ada = company.signIn("ada");
        String shared = ada.get("/processes/purchase-approval/bpmn").words();
        Answer made = ada.postFile("/processes", "file", ModelFiles.withBudgetForm(shared, FIELDS));
        assertThat(made.status()).as(made.words()).isEqualTo(201);
        approval = company.signIn("ann").post("/approvals", LAPTOPS).text("/id");
    }

    @Test
    void by_keyboard_alone_a_wrong_value_is_told_by_its_label_and_the_right_one_is_taken() {
        browse(page -> {
            signIn(page, company.slug() + "/rita@acme.test");
            Locator card = page.locator(".tasks-list li.task");
            card.getByText("Two laptops").waitFor();
            card.locator("a").first().focus();
            page.keyboard().press("Enter");
            page.getByLabel("Cost centre").waitFor();
            shoot(page, "own-form");
            assertThat(hint(page)).contains("Claim it to fill it in.");
            assertThat(page.getByLabel("Request").inputValue()).isEqualTo("Two laptops");

            walkTo(page, page.getByText("Claim", exactly()));
            untilClaimed(page, () -> page.keyboard().press("Enter"));
            fillIn(page, "4711", "-5");
            shoot(page, "own-form-filled");

            assertThat(complete(page)).isEqualTo(400);
            page.getByText("\"Left in the budget\" must not be less than 0.").waitFor();
            shoot(page, "own-form-refused");
            walkTo(page, page.getByLabel("Left in the budget"));
            page.keyboard().press("Control+A");
            page.keyboard().type("100");
            assertThat(complete(page)).isEqualTo(204);
        });

        assertThat(arrived()).containsExactly("other", "4711", "100", "2027-03-01T00:00:00Z", "true");
        assertThat(company.signIn("ann").get("/approvals/" + approval).text("/state"))
                .isEqualTo("manager");
    }

    @Test
    void what_is_needed_is_marked_and_what_is_no_number_is_said_at_once() {
        browse(page -> {
            open(page);
            Locator complete = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
            assertThat(complete.isEnabled()).isFalse();
            assertThat(mark(page, "costCentre")).contains("needed");
            assertThat(mark(page, "neededBy")).doesNotContain("needed");

            page.getByLabel("Left in the budget").fill("much");
            page.getByText("A whole number is needed").waitFor();
            shoot(page, "own-form-said-at-once");

            page.getByLabel("Left in the budget").fill("1");
            assertThat(page.getByLabel("Needed by").getAttribute("type")).isEqualTo("date"); // the browser's calendar
            page.getByLabel("Cost centre").fill("4");
            assertThat(complete(page)).isEqualTo(400);
            page.getByText("\"Cost centre\" must have at least 2 characters.").waitFor();
        });
    }

    @Test
    void on_a_phone_it_fits_and_is_completed() {
        browse(page -> {
            page.setViewportSize(390, 844);
            open(page);
            page.getByLabel("Cost centre").fill("4711");
            page.getByLabel("Left in the budget").fill("-5");
            page.getByLabel("Needed by").fill("2027-03-01");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            assertThat(complete(page)).isEqualTo(400);
            Locator refusal = page.getByText("\"Left in the budget\" must not be less than 0.");
            refusal.waitFor();
            shoot(page, "own-form-phone");
            Locator complete = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
            assertThat(refusal.boundingBox().y).isLessThan(complete.boundingBox().y);
            page.getByLabel("Left in the budget").fill("100");
            assertThat(complete(page)).isEqualTo(204);
            shoot(page, "own-form-phone-completed");
        });
    }

    private void open(Page page) {
        signIn(page, company.slug() + "/rita@acme.test");
        page.locator(".tasks-list").getByText("Two laptops").click();
        untilClaimed(page, () -> page.getByText("Claim", exactly()).click());
    }

    /** The page reads its list anew then, and only after that lets go of the form. */
    private static void untilClaimed(Page page, Runnable claim) {
        page.waitForResponse(answer -> answer.url().contains("/list?"), claim);
        page.waitForCondition(() -> page.getByLabel("Cost centre").isEnabled());
    }

    private static void fillIn(Page page, String costCentre, String left) {
        page.getByLabel("Cost centre").focus();
        page.keyboard().type(costCentre);
        page.keyboard().press("Tab");
        page.keyboard().type(left);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("03012027"); // in the order of the browser's language
        walkTo(page, page.getByLabel("Which budget"));
        page.keyboard().type("Every");
    }

    /** By the tabulator, as somebody without a mouse. */
    private static void walkTo(Page page, Locator goal) {
        for (int steps = 0; steps < 60; steps++) {
            if (Boolean.TRUE.equals(goal.evaluate("it => it === document.activeElement"
                    + " || it.contains(document.activeElement)"
                    + " || (document.activeElement !== document.body && document.activeElement.contains(it)"
                    + " && document.activeElement.matches('a, button'))"))) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by keyboard to " + goal);
    }

    /** @return the status of the answer */
    private static int complete(Page page) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
        page.waitForCondition(button::isEnabled);
        walkTo(page, button);
        Response answer = page.waitForResponse(
                any -> any.url().endsWith("/submit-form"), () -> page.keyboard().press("Enter"));
        return answer.status();
    }

    private static String hint(Page page) {
        return style(page, ".injected-form-wrapper", "::before");
    }

    private static String mark(Page page, String field) {
        return style(page, "label[for=" + field + "]", "::after");
    }

    private static String style(Page page, String selector, String part) {
        return (String) page.locator(selector).evaluate("(it, part) => getComputedStyle(it, part).content", part);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private List<String> arrived() {
        MillraceClient ada = company.signIn("ada");
        String instance = ada.get("/instances?process=purchase-approval&subject=" + approval)
                .text("/items/0/id");
        Answer read = ada.get("/instances/" + instance);
        return List.of("budget", "costCentre", "left", "neededBy", "planned").stream()
                .map(name -> read.text("/variables/" + name))
                .toList();
    }
}
