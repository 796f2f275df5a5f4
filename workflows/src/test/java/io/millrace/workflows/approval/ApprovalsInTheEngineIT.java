package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Money;
import io.millrace.approval.ApprovalState;
import io.millrace.approval.Approvals;
import io.millrace.approval.CommentNeeded;
import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.approval.RecallApproval;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Room;
import io.millrace.workflows.EngineRoom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Purchase requests on the real engine with the real use cases, one transaction for both. */
class ApprovalsInTheEngineIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Acme acme;

    @BeforeEach
    void people() {
        acme = new Acme(room);
    }

    @Test
    void a_request_is_answered_with_its_first_gate_open_and_its_task_projected() {
        UUID id = acme.request(acme.ann, 120_000);

        assertThat(state(id)).isEqualTo(ApprovalState.MANAGER);
        assertThat(acme.tasksOf(id)).containsExactly("manager OPEN");
    }

    @Test
    void a_task_s_name_says_at_which_gate_it_is() {
        UUID id = acme.request(acme.ann, 120_000);
        acme.approve(acme.max, id, GateName.MANAGER);

        assertThat(room.database()
                        .texts("SELECT definition_key || ': ' || name FROM task WHERE business_key = '" + id
                                + "' ORDER BY id"))
                .containsExactly(
                        "decideRequest: Decide request (manager)", "decideRequest: Decide request (revenue assurance)");
    }

    @Test
    void the_last_needed_gate_completes_the_request() {
        UUID id = acme.request(acme.ann, 120_000);

        acme.approve(acme.max, id, GateName.MANAGER);
        acme.answer(acme.rita, id, GateName.REVENUE_ASSURANCE, Decision.APPROVE, "fits the budget");

        assertThat(state(id)).isEqualTo(ApprovalState.COMPLETED);
        assertThat(acme.tasksOf(id)).containsExactly("manager COMPLETED", "revenue_assurance COMPLETED");
    }

    @Test
    void a_refusal_comes_out_as_itself_and_leaves_the_task_open() {
        UUID id = acme.request(acme.ann, 100);

        assertThatThrownBy(() -> acme.answer(acme.max, id, GateName.MANAGER, Decision.REJECT, null))
                .isInstanceOf(CommentNeeded.class);

        assertThat(acme.tasksOf(id)).containsExactly("manager OPEN");
        assertThat(decisionsInTheEngine()).isEmpty();
    }

    @Test
    void a_recall_ends_the_process_and_its_task() {
        UUID id = acme.request(acme.ann, 100);

        room.as(acme.ann, () -> room.get(RecallApproval.class).recall(id));

        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED");
        assertThat(instances()).isEmpty();
    }

    @Test
    void a_failure_after_the_process_started_takes_both_back() {
        assertThatThrownBy(() -> room.as(acme.ann, () -> {
                    room.get(RequestApproval.class)
                            .request(new RequestApproval.Wanted(
                                    "purchase", "A kettle", Money.of(100, "EUR"), null, null));
                    throw new IllegalStateException("after the process");
                }))
                .hasMessage("after the process");

        assertThat(room.database().texts("SELECT id FROM approval WHERE tenant_id = '" + acme.id + "'"))
                .isEmpty();
        assertThat(instances()).isEmpty();
    }

    private ApprovalState state(UUID id) {
        return room.as(acme.ann, () -> room.get(Approvals.class).require(id).state());
    }

    private List<String> instances() {
        return room.database().texts("SELECT id_ FROM camunda.act_ru_execution WHERE tenant_id_ = '" + acme.id + "'");
    }

    private List<String> decisionsInTheEngine() {
        return room.database()
                .texts("SELECT text_ FROM camunda.act_ru_variable WHERE name_ = 'decision' AND tenant_id_ = '" + acme.id
                        + "'");
    }
}
