package io.millrace.workflows.approval;

import static io.millrace.bpmn.PurchaseApproval.PURCHASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bpmn.ApprovalGate;
import io.millrace.bpmn.Models;
import io.millrace.bpmn.PurchaseApproval;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the purchase request's models do: ask, decide, recall, and look where it ended. */
abstract class PurchaseApprovalStory {

    private static final String REQUEST = "7d1f";

    static final RecordedDelegates delegates = new RecordedDelegates();

    static ProcessBench bench;

    RuntimeService processes;
    TaskService tasks;
    private HistoryService history;

    @BeforeAll
    static void start() {
        bench = new ProcessBench(Models.RESOURCES, delegates.beans());
    }

    @AfterAll
    static void stop() throws IOException {
        bench.close();
    }

    @BeforeEach
    void startOver() {
        processes = bench.engine().getRuntimeService();
        tasks = bench.engine().getTaskService();
        history = bench.engine().getHistoryService();
        delegates.startOver();
        bench.itIs(Instant.parse("2027-03-01T09:00:00Z"));
    }

    @AfterEach
    void leaveNothingBehind() {
        processes.createProcessInstanceQuery().rootProcessInstances().list().forEach(this::recall);
    }

    ProcessInstance request(long cents) {
        return request(PURCHASE, cents);
    }

    ProcessInstance request(String type, long cents) {
        return processes.startProcessInstanceByKey(
                PurchaseApproval.KEY,
                REQUEST,
                Map.of(
                        PurchaseApproval.APPROVAL_TYPE, type,
                        PurchaseApproval.AMOUNT_MINOR, cents,
                        PurchaseApproval.CURRENCY, "EUR"));
    }

    Task openTask() {
        return tasks.createTaskQuery().singleResult();
    }

    Object variable(String name) {
        return tasks.getVariable(openTask().getId(), name);
    }

    void decide(String decision) {
        tasks.complete(openTask().getId(), Map.of(ApprovalGate.DECISION, decision));
    }

    void recall(ProcessInstance request) {
        processes.deleteProcessInstance(request.getId(), "recalled");
    }

    boolean nothingRuns() {
        return processes.createExecutionQuery().count() == 0
                && bench.engine().getManagementService().createJobQuery().count() == 0;
    }

    String endOf(ProcessInstance request) {
        List<HistoricActivityInstance> ends = history.createHistoricActivityInstanceQuery()
                .processInstanceId(request.getId())
                .activityType("noneEndEvent")
                .list();
        assertThat(ends).hasSize(1);
        return ends.get(0).getActivityId();
    }
}
