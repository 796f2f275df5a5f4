package io.millrace.workflows.approval;

import static io.millrace.identity.DecidingGroup.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Money;
import io.millrace.approval.AnswerGate;
import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Meeting;
import io.millrace.harness.Room;
import io.millrace.identity.ChangeMember;
import io.millrace.identity.Membership;
import io.millrace.identity.NotAllowed;
import io.millrace.identity.Role;
import io.millrace.task.ClaimTask;
import io.millrace.workflows.EngineRoom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody is asked, claims or decides in the same moment in which deciders leave. */
class DecidersLeaveMeanwhileIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Acme acme;

    @BeforeEach
    void people() {
        acme = new Acme(room);
    }

    @Test
    void a_request_that_counts_on_somebody_who_leaves_asks_the_next_group() {
        Meeting.of(room.database(), this::annRequests, () -> acme.suspend(acme.max));

        assertThat(acme.tasksOf(request())).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
    }

    @Test
    void a_request_that_comes_while_somebody_leaves_does_not_count_on_them() {
        Meeting.of(room.database(), this::maxIsSuspended, () -> acme.request(acme.ann, 100));

        assertThat(acme.tasksOf(request())).containsExactly("revenue_assurance OPEN");
    }

    @Test
    void a_request_that_got_to_somebody_meanwhile_is_left_with_them() {
        UUID id = acme.request(acme.ann, 50_000);

        Meeting.of(
                room.database(),
                pause -> room.as(acme.max, () -> {
                    room.get(AnswerGate.class).answer(id, GateName.MANAGER, Decision.APPROVE, null);
                    pause.run();
                }),
                () -> acme.suspend(acme.max));

        assertThat(acme.tasksOf(id)).containsExactly("manager COMPLETED", "revenue_assurance OPEN");
    }

    @Test
    void a_claim_of_somebody_who_leaves_is_given_back() {
        acme.joins("Moe", Role.MANAGER, MANAGER);
        UUID id = acme.request(acme.ann, 100);

        Meeting.of(
                room.database(),
                pause -> room.as(acme.max, () -> {
                    room.get(ClaimTask.class).claim(acme.taskOf(id));
                    pause.run();
                }),
                () -> acme.suspend(acme.max));

        assertThat(assignee(id)).isEqualTo("nobody");
    }

    @Test
    void whoever_has_just_left_can_claim_nothing_any_more() {
        acme.joins("Moe", Role.MANAGER, MANAGER);
        UUID id = acme.request(acme.ann, 100);

        assertThatThrownBy(() -> Meeting.of(
                        room.database(),
                        this::maxIsSuspended,
                        () -> room.as(acme.max, () -> room.get(ClaimTask.class).claim(acme.taskOf(id)))))
                .isInstanceOf(NotAllowed.class);
        assertThat(assignee(id)).isEqualTo("nobody");
    }

    private void annRequests(Runnable pause) {
        room.as(acme.ann, () -> {
            room.get(RequestApproval.class)
                    .request(new RequestApproval.Wanted("purchase", "A kettle", Money.of(100, "EUR"), null, null));
            pause.run();
        });
    }

    private void maxIsSuspended(Runnable pause) {
        room.as(acme.olga, () -> {
            room.get(ChangeMember.class).change(acme.max.id(), Membership.State.SUSPENDED, null);
            pause.run();
        });
    }

    private UUID request() {
        return UUID.fromString(room.database()
                .texts("SELECT id FROM approval WHERE tenant_id = '" + acme.id + "'")
                .get(0));
    }

    private String assignee(UUID approval) {
        return room.database()
                .texts("SELECT coalesce(assignee_id::text, 'nobody') FROM task WHERE id = '" + acme.taskOf(approval)
                        + "'")
                .get(0);
    }
}
