package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst's model that begins with events of the platform and waits for others, without a line of code. */
class EventsMoveProcessesIT extends WithProduct {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <message id="requested" name="approval.requested"/>
              <message id="decided" name="approval.gate_decided"/>
              <process id="watch-request" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="start">
                  <extensionElements><camunda:properties>
                    <camunda:property name="millrace.variables" value="amount_minor"/>
                  </camunda:properties></extensionElements>
                  <messageEventDefinition messageRef="requested"/>
                </startEvent>
                <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
                <intermediateCatchEvent id="wait">
                  <extensionElements><camunda:properties>
                    <camunda:property name="millrace.variables" value="decision"/>
                    <camunda:property name="millrace.keep" value="P1D"/>
                  </camunda:properties></extensionElements>
                  <messageEventDefinition messageRef="decided"/>
                </intermediateCatchEvent>
                <sequenceFlow id="f2" sourceRef="wait" targetRef="look"/>
                <userTask id="look" name="Look at it" camunda:candidateGroups="revenue_assurance"/>
              </process>
            </definitions>
            """;

    private Company company;
    private MillraceClient ann;

    @BeforeEach
    void a_company_that_watches_requests() {
        company = Company.founded(here());
        ann = company.signIn("ann");
        Answer made = company.signIn("ada").postFile("/processes", "file", ModelFiles.bytes(MODEL));
        assertThat(made.status()).as(made.words()).isEqualTo(201);
    }

    @Test
    void it_starts_with_the_request_and_goes_on_with_the_decision() {
        String request = ann.post("/approvals", LAPTOPS).text("/id");
        company.signIn("max").put("/approvals/" + request + "/gates/manager/decision", "{\"decision\": \"approve\"}");

        await().until(() -> tasks(request).contains("Look at it"));

        assertThat(TestServers.database().texts("""
                        SELECT v.name_ || ' ' || v.text_ FROM camunda.act_ru_variable v
                        JOIN camunda.act_ru_execution e ON e.id_ = v.proc_inst_id_
                        JOIN camunda.act_re_procdef d ON d.id_ = e.proc_def_id_
                        WHERE e.business_key_ = '%s' AND d.key_ = 'watch-request' AND v.name_ NOT IN ('traceparent', 'millrace.cause')
                        ORDER BY 1""".formatted(request)))
                .hasSize(2)
                .contains("decision approve");
    }

    @Test
    void another_company_s_requests_start_nothing_here() {
        String theirs = signIn("globex", "ann").post("/approvals", LAPTOPS).text("/id");
        String ours = ann.post("/approvals", LAPTOPS).text("/id");

        await().until(() -> instances(ours).equals(List.of("watch-request")));
        assertThat(instances(theirs)).isEmpty();
    }

    private List<String> tasks(String request) {
        return company.signIn("rita").get("/tasks?subject=" + request).body().findValuesAsText("name");
    }

    private static List<String> instances(String request) {
        return TestServers.database().texts("""
                SELECT d.key_ FROM camunda.act_ru_execution e JOIN camunda.act_re_procdef d ON d.id_ = e.proc_def_id_
                WHERE e.business_key_ = '%s' AND e.parent_id_ IS NULL AND d.key_ = 'watch-request'""".formatted(request));
    }
}
