package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task whose form stands in the analyst's model: through the API and in Tasklist the same counts. */
class FormDataIT extends WithProduct {

    private static final String FIELDS = """
            <camunda:formField id="costCentre" label="Cost centre" type="string">
              <camunda:validation><camunda:constraint name="required"/><camunda:constraint name="maxlength" config="6"/>
                <camunda:constraint name="minlength" config="2"/></camunda:validation>
            </camunda:formField>
            <camunda:formField id="left" label="Left this year" type="long">
              <camunda:validation><camunda:constraint name="min" config="0"/>
                <camunda:constraint name="max" config="100"/></camunda:validation>
            </camunda:formField>
            <camunda:formField id="planned" label="Planned" type="boolean"/>
            <camunda:formField id="neededBy" label="Needed by" type="date"/>
            <camunda:formField id="budget" label="Which budget" type="enum">
              <camunda:value id="it" name="Computers"/><camunda:value id="other" name="Everything else"/>
            </camunda:formField>
            <camunda:formField id="approvalType" label="Kind" type="string">
              <camunda:validation><camunda:constraint name="readonly"/></camunda:validation>
            </camunda:formField>
            <camunda:formField id="note" label="Note" type="string" defaultValue="none"/>
            """;

    private Company company;
    private String approval;
    private String task;

    @BeforeEach
    void a_company_that_asks_for_its_budget() {
        company = Company.founded(here());
        MillraceClient ada = company.signIn("ada");
        String shared = ada.get("/processes/purchase-approval/bpmn").words();
        Answer made = ada.postFile("/processes", "file", ModelFiles.withBudgetForm(shared, FIELDS));
        assertThat(made.status()).as(made.words()).isEqualTo(201);
        approval = company.signIn("ann").post("/approvals", LAPTOPS).text("/id");
        task = company.signIn("rita").get("/tasks?subject=" + approval).text("/items/0/id");
    }

    @Test
    void what_is_filled_in_arrives_in_the_process() {
        Answer done = complete("""
                {"costCentre": "4711", "left": 100, "planned": true, "neededBy": "2027-03-01", "budget": "it"}""");

        assertThat(done.status()).as(done.words()).isEqualTo(200);
        assertThat(variables())
                .contains(
                        "costCentre string 4711",
                        "left long 100",
                        "planned boolean 1",
                        "neededBy date 1803859200000",
                        "budget string it",
                        "note string none");
        assertThat(company.signIn("ann").get("/approvals/" + approval).text("/state"))
                .isEqualTo("manager");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{} | /variables/costCentre | \"costCentre\" is missing.",
                "{\"costCentre\": \"4711001\"} | /variables/costCentre | \"costCentre\" must not be longer than 6 characters.",
                "{\"costCentre\": \"4\"} | /variables/costCentre | \"costCentre\" must have at least 2 characters.",
                "{\"costCentre\": \"4711\", \"left\": 101} | /variables/left | \"left\" must not be more than 100.",
                "{\"costCentre\": \"4711\", \"left\": -1} | /variables/left | \"left\" must not be less than 0.",
                "{\"costCentre\": \"4711\", \"left\": \"5\"} | /variables/left | \"left\" must be a whole number.",
                "{\"costCentre\": \"4711\", \"left\": 1.5} | /variables/left | \"left\" must be a whole number.",
                "{\"costCentre\": \"4711\", \"planned\": \"yes\"} | /variables/planned | \"planned\" must be true or false.",
                "{\"costCentre\": \"4711\", \"budget\": \"mine\"} | /variables/budget | \"budget\" must be one of it, other.",
                "{\"costCentre\": \"4711\", \"approvalType\": \"x\"} | /variables/approvalType | \"approvalType\" is only shown, not asked.",
                "{\"costCentre\": \"4711\", \"amountMinor\": 1} | /variables/amountMinor | \"amountMinor\" is not a field of this form."
            })
    void what_does_not_fit_is_refused_by_its_name_and_changes_nothing(String variables, String pointer, String words) {
        List<String> before = variables();

        Answer refused = complete(variables);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.text("/errors/0/detail")).isEqualTo(words);
        assertThat(variables()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void a_day_that_there_is_not_is_refused() {
        Answer refused = complete("{\"costCentre\": \"4711\", \"neededBy\": \"2027-02-30\"}");

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/variables/neededBy");
    }

    @Test
    void tasklist_shows_the_fields_and_takes_the_same() {
        TasklistClient rita = company.tasklist("rita");
        String address = WithTask.ENGINE + "task/" + task;

        String form = rita.page(address + "/rendered-form");
        TasklistClient.Reply refused = rita.post(address + "/submit-form", """
                {"variables": {"costCentre": {"value": "4711", "type": "String"}, "left": {"value": 101, "type": "Long"}}}""");
        TasklistClient.Reply done = rita.post(address + "/submit-form", """
                {"variables": {"costCentre": {"value": "4711", "type": "String"}, "left": {"value": 100, "type": "Long"},
                  "planned": {"value": true, "type": "Boolean"}, "budget": {"value": "other", "type": "String"},
                  "neededBy": {"value": "2027-03-01T00:00:00", "type": "Date"}}}""");

        assertThat(form).contains("Cost centre", "cam-variable-name=\"costCentre\"", "Everything else");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).isEqualTo("\"left\" must not be more than 100.");
        assertThat(done.status()).isEqualTo(204);
        assertThat(variables())
                .contains("left long 100", "planned boolean 1", "neededBy date 1803859200000", "note string none");
    }

    private Answer complete(String variables) {
        return company.signIn("rita").post("/tasks/" + task + "/completion", "{\"variables\": " + variables + "}");
    }

    private List<String> variables() {
        return TestServers.database().texts("""
                        SELECT v.name_ || ' ' || v.type_ || ' ' || coalesce(v.text_, v.long_::text, '')
                        FROM camunda.act_ru_variable v
                        JOIN camunda.act_ru_execution e ON e.proc_inst_id_ = v.proc_inst_id_
                        WHERE e.business_key_ = '%s' ORDER BY 1""".formatted(approval));
    }
}
