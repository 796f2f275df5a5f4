package io.millrace.workflows.approval;

import static io.millrace.bpmn.ApprovalGate.APPROVE;
import static io.millrace.bpmn.ApprovalGate.MANAGER;
import static io.millrace.bpmn.ApprovalGate.REJECT;
import static io.millrace.bpmn.ApprovalGate.RETURN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.bpmn.ApprovalGate;
import io.millrace.bpmn.PurchaseApproval;
import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways of a purchase request through the models, from its start to each of its ends. */
class PurchaseApprovalProcessTest extends PurchaseApprovalStory {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      1 | manager",
                "  49999 | manager",
                "  50000 | manager revenue_assurance",
                " 499999 | manager revenue_assurance",
                " 500000 | manager revenue_assurance ceo",
                "2499999 | manager revenue_assurance ceo",
                "2500000 | manager revenue_assurance ceo owner"
            })
    void a_request_that_everybody_approves_passes_the_gates_of_its_amount(long cents, String gates) {
        ProcessInstance request = request(cents);

        for (String gate : gates.split(" ", -1)) {
            assertThat(openTask().getProcessInstanceId()).isNotEqualTo(request.getId());
            assertThat(variable(ApprovalGate.GATE)).isEqualTo(gate);
            decide(APPROVE);
        }

        assertThat(endOf(request)).isEqualTo(PurchaseApproval.COMPLETED);
    }

    @Test
    void starting_asks_the_first_gate_before_it_returns() {
        request(50_000);

        assertThat(delegates.happened())
                .containsExactly("needs manager", "needs revenue_assurance", "7d1f asks manager");
        assertThat(openTask().getTaskDefinitionKey()).isEqualTo(ApprovalGate.DECIDE_REQUEST);
    }

    @Test
    void an_approval_asks_the_next_gate_before_it_returns() {
        request(50_000);
        delegates.happened();

        decide(APPROVE);

        assertThat(delegates.happened()).containsExactly("7d1f asks revenue_assurance");
    }

    @ParameterizedTest
    @CsvSource({REJECT, RETURN})
    void a_refusal_closes_the_request_at_once(String refusal) {
        ProcessInstance request = request(2_500_000);
        decide(APPROVE);
        delegates.happened();

        decide(refusal);

        assertThat(endOf(request)).isEqualTo(PurchaseApproval.CLOSED);
        assertThat(delegates.happened()).isEmpty();
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void a_refusal_at_the_last_gate_closes_the_request_too() {
        ProcessInstance request = request(100);

        decide(REJECT);

        assertThat(endOf(request)).isEqualTo(PurchaseApproval.CLOSED);
    }

    @Test
    void a_request_that_the_table_does_not_know_is_refused_whole() {
        assertThatThrownBy(() -> request("holiday", 100)).isInstanceOf(ProcessEngineException.class);

        assertThat(nothingRuns()).isTrue();
        assertThat(delegates.happened()).isEmpty();
    }

    @Test
    void the_task_is_offered_to_the_group_that_the_delegate_found() {
        delegates.answersInstead(MANAGER, "administrator");

        request(100);

        assertThat(tasks.createTaskQuery().taskCandidateGroup("administrator").count())
                .isOne();
        assertThat(tasks.createTaskQuery().taskCandidateGroup(MANAGER).count()).isZero();
    }

    @Test
    void the_task_brings_its_form() throws IOException {
        request(100);

        try (InputStream form =
                bench.engine().getFormService().getDeployedTaskForm(openTask().getId())) {
            assertThat(new String(form.readAllBytes(), UTF_8)).contains("\"id\": \"approval-decision\"");
        }
    }
}
