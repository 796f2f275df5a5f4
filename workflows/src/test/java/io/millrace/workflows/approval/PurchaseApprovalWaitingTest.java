package io.millrace.workflows.approval;

import static io.millrace.bpmn.ApprovalGate.APPROVE;
import static io.millrace.bpmn.ApprovalGate.CEO;
import static io.millrace.bpmn.ApprovalGate.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bpmn.PurchaseApproval;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** A purchase request that waits: for somebody to ask, for an answer, or no longer. */
class PurchaseApprovalWaitingTest extends PurchaseApprovalStory {

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
}
