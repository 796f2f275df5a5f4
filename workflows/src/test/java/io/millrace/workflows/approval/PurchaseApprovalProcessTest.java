package io.millrace.workflows.approval;

import static io.millrace.bpmn.ApprovalGate.APPROVE;
import static io.millrace.bpmn.ApprovalGate.CEO;
import static io.millrace.bpmn.ApprovalGate.MANAGER;
import static io.millrace.bpmn.ApprovalGate.OWNER;
import static io.millrace.bpmn.ApprovalGate.REJECT;
import static io.millrace.bpmn.ApprovalGate.RETURN;
import static io.millrace.bpmn.PurchaseApproval.PURCHASE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.bpmn.ApprovalGate;
import io.millrace.bpmn.Models;
import io.millrace.bpmn.PurchaseApproval;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways of a purchase request through the models, from its start to each of its ends. */
class PurchaseApprovalProcessTest {

    private static final String REQUEST = "7d1f";
    private static final RecordedDelegates delegates = new RecordedDelegates();
    private static final ProcessBench bench = new ProcessBench(Models.RESOURCES, delegates.beans());

    private final RuntimeService processes = bench.engine().getRuntimeService();
    private final TaskService tasks = bench.engine().getTaskService();
    private final HistoryService history = bench.engine().getHistoryService();

    @AfterAll
    static void stop() throws IOException {
        bench.close();
    }

    @BeforeEach
    void startOver() {
        delegates.startOver();
        bench.itIs(Instant.parse("2027-03-01T09:00:00Z"));
    }

    @AfterEach
    void leaveNothingBehind() {
        processes.createProcessInstanceQuery().rootProcessInstances().list().forEach(this::recall);
    }

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

    @Test
    void a_gate_with_nobody_to_ask_tries_again_every_five_minutes() {
        delegates.nobodyIsIn(CEO);
        request(500_000);
        decide(APPROVE);
        decide(APPROVE);
        delegates.happened();

        bench.after(Duration.ofSeconds(299));
        assertThat(delegates.happened()).isEmpty();
        assertThat(tasks.createTaskQuery().count()).isZero();

        bench.after(Duration.ofSeconds(2));
        assertThat(delegates.happened()).containsExactly("7d1f finds nobody for ceo");

        delegates.somebodyIsIn(CEO);
        bench.after(Duration.ofMinutes(5));
        assertThat(delegates.happened()).containsExactly("7d1f asks ceo");
        assertThat(openTask()).isNotNull();
    }

    @Test
    void deciders_are_reminded_every_two_days_until_one_of_them_decides() {
        ProcessInstance request = request(100);
        delegates.happened();

        bench.after(Duration.ofHours(47));
        assertThat(delegates.happened()).isEmpty();

        bench.after(Duration.ofHours(2));
        assertThat(delegates.happened()).containsExactly("7d1f reminds manager");

        bench.after(Duration.ofDays(4));
        assertThat(delegates.happened()).containsExactly("7d1f reminds manager", "7d1f reminds manager");

        decide(APPROVE);
        bench.after(Duration.ofDays(60));
        assertThat(delegates.happened()).isEmpty();
        assertThat(endOf(request)).isEqualTo(PurchaseApproval.COMPLETED);
    }

    @Test
    void a_reminder_on_its_way_does_not_hold_up_the_next_gate() {
        request(50_000);
        delegates.happened();
        bench.itIs(Instant.parse("2027-03-03T09:00:01Z"));
        ManagementService jobs = bench.engine().getManagementService();
        jobs.executeJob(jobs.createJobQuery().timers().singleResult().getId());
        assertThat(jobs.createJobQuery().messages().count())
                .as("reminders to send")
                .isOne();

        decide(APPROVE);

        assertThat(delegates.happened()).containsExactly("7d1f asks revenue_assurance");
        assertThat(jobs.createJobQuery().messages().count()).isZero();
    }

    @Test
    void a_recall_ends_the_request_with_its_open_gate() {
        ProcessInstance request = request(2_500_000);
        decide(APPROVE);
        delegates.happened();

        recall(request);
        bench.after(Duration.ofDays(10));

        assertThat(delegates.happened()).isEmpty();
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void a_recall_ends_a_request_that_waits_for_somebody_to_ask() {
        delegates.nobodyIsIn(OWNER);
        ProcessInstance request = request(2_500_000);
        decide(APPROVE);
        decide(APPROVE);
        decide(APPROVE);
        delegates.happened();

        recall(request);
        bench.after(Duration.ofHours(1));

        assertThat(delegates.happened()).isEmpty();
        assertThat(nothingRuns()).isTrue();
    }

    private ProcessInstance request(long cents) {
        return request(PURCHASE, cents);
    }

    private ProcessInstance request(String type, long cents) {
        return processes.startProcessInstanceByKey(
                PurchaseApproval.KEY,
                REQUEST,
                Map.of(
                        PurchaseApproval.APPROVAL_TYPE, type,
                        PurchaseApproval.AMOUNT_MINOR, cents,
                        PurchaseApproval.CURRENCY, "EUR"));
    }

    private Task openTask() {
        return tasks.createTaskQuery().singleResult();
    }

    private Object variable(String name) {
        return tasks.getVariable(openTask().getId(), name);
    }

    private void decide(String decision) {
        tasks.complete(openTask().getId(), Map.of(ApprovalGate.DECISION, decision));
    }

    private void recall(ProcessInstance request) {
        processes.deleteProcessInstance(request.getId(), "recalled");
    }

    private boolean nothingRuns() {
        return processes.createExecutionQuery().count() == 0
                && bench.engine().getManagementService().createJobQuery().count() == 0;
    }

    private String endOf(ProcessInstance request) {
        List<HistoricActivityInstance> ends = history.createHistoricActivityInstanceQuery()
                .processInstanceId(request.getId())
                .activityType("noneEndEvent")
                .list();
        assertThat(ends).hasSize(1);
        return ends.get(0).getActivityId();
    }
}
