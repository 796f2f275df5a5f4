package io.millrace.approval;

import static io.millrace.approval.GateName.MANAGER;
import static io.millrace.approval.GateName.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the use cases do to an approval, and what they leave behind. */
class ApprovalUseCasesIT extends WithApprovals {

    @Test
    void a_request_asks_the_manager_and_leaves_a_trail() {
        Approval approval = room.as(ann, () -> request("EUR"));

        assertThat(approval.state()).isEqualTo(ApprovalState.MANAGER);
        assertThat(events()).containsExactly("approval.requested", "approval.gate_opened");
        assertThat(trail(acme))
                .containsExactly(
                        "approval.requested - requested ann",
                        "approval.gate_opened requested manager ann, asked manager");
    }

    @Test
    void a_decision_leaves_one_audit_entry_and_one_event() {
        UUID id = room.as(ann, () -> request("EUR")).id();

        room.as(max, () -> room.get(DecideGate.class).decide(id, MANAGER, Decision.APPROVE, "fine"));

        assertThat(room.database()
                        .texts(
                                "SELECT from_state || '>' || to_state || ' ' || decision || ' ' || comment FROM audit_entry"
                                        + " WHERE action = 'approval.gate_decided' AND tenant_id = '" + acme + "'"))
                .containsExactly("manager>manager approve fine");
        assertThat(events()).containsExactly("approval.requested", "approval.gate_opened", "approval.gate_decided");
    }

    @Test
    void the_last_agreement_completes_and_says_so() {
        UUID id = room.as(ann, () -> request("EUR")).id();

        room.as(max, () -> room.get(DecideGate.class).decide(id, MANAGER, Decision.APPROVE, null));
        room.as(max, () -> room.get(AskDeciders.class).ask(id, REVENUE_ASSURANCE, false));
        Approval done =
                room.as(rita, () -> room.get(DecideGate.class).decide(id, REVENUE_ASSURANCE, Decision.APPROVE, null));

        assertThat(done.state()).isEqualTo(ApprovalState.COMPLETED);
        assertThat(events()).endsWith("approval.gate_decided", "approval.completed");
    }

    @Test
    void each_entry_of_the_trail_begins_where_the_one_before_it_ended() {
        UUID id = room.as(ann, () -> request("EUR")).id();
        room.as(max, () -> room.get(DecideGate.class).decide(id, MANAGER, Decision.APPROVE, null));
        room.as(max, () -> room.get(AskDeciders.class).ask(id, REVENUE_ASSURANCE, false));
        room.as(rita, () -> room.get(DecideGate.class).decide(id, REVENUE_ASSURANCE, Decision.APPROVE, null));

        assertThat(trail(acme))
                .containsExactly(
                        "approval.requested - requested ann",
                        "approval.gate_opened requested manager ann, asked manager",
                        "approval.gate_decided manager manager max",
                        "approval.gate_opened manager revenue_assurance max, asked revenue_assurance",
                        "approval.gate_decided revenue_assurance completed rita");
    }

    @Test
    void a_gate_whose_only_decider_is_the_requester_asks_the_next_role() {
        Approval approval = room.as(max, () -> request("EUR"));

        assertThat(approval.gate(MANAGER).askedGroup()).isEqualTo(DecidingGroup.REVENUE_ASSURANCE);
        assertThat(approval.state()).isEqualTo(ApprovalState.MANAGER);
        assertThat(trail(acme)).endsWith("approval.gate_passed_on requested manager max, asked revenue_assurance");
    }

    @Test
    void a_decision_in_another_group_s_place_says_which_group_was_asked() {
        UUID id = room.as(max, () -> request("EUR")).id();

        Approval decided = room.as(rita, () -> room.get(DecideGate.class).decide(id, MANAGER, Decision.REJECT, "no"));

        assertThat(decided.gate(MANAGER).askedGroup()).isEqualTo(DecidingGroup.REVENUE_ASSURANCE);
        assertThat(trail(acme)).endsWith("approval.gate_decided manager rejected rita, asked revenue_assurance");
    }

    @Test
    void with_nobody_at_all_it_waits_and_the_operators_are_told_once() {
        UUID lonely = room.anotherTenant("lonely");
        Member only = room.member(lonely, "only", Role.OWNER, DecidingGroup.MANAGER);

        Approval approval = room.as(only, () -> request("EUR"));
        room.as(only, () -> room.get(AskDeciders.class).ask(approval.id(), MANAGER, true));

        assertThat(approval.state()).isEqualTo(ApprovalState.REQUESTED);
        assertThat(room.database().texts("SELECT type FROM event WHERE tenant_id = '" + lonely + "' ORDER BY seq"))
                .containsExactly("approval.requested", "approval.unanswerable");
        assertThat(trail(lonely))
                .containsExactly(
                        "approval.requested - requested only", "approval.unanswerable requested requested only");
    }

    @Test
    void a_recall_ends_it_and_a_stranger_cannot() {
        UUID id = room.as(ann, () -> request("EUR")).id();

        assertThatThrownBy(
                        () -> room.as(max, () -> room.get(RecallApproval.class).recall(id)))
                .isInstanceOf(NotYourRequest.class);
        Approval recalled = room.as(ann, () -> room.get(RecallApproval.class).recall(id));

        assertThat(recalled.state()).isEqualTo(ApprovalState.RECALLED);
        assertThat(events()).endsWith("approval.recalled");
    }
}
