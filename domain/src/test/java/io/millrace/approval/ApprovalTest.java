package io.millrace.approval;

import static io.millrace.approval.ApprovalBuilder.NOON;
import static io.millrace.approval.ApprovalBuilder.anApproval;
import static io.millrace.approval.Decision.APPROVE;
import static io.millrace.approval.Decision.REJECT;
import static io.millrace.approval.Decision.RETURN;
import static io.millrace.approval.GateName.CEO;
import static io.millrace.approval.GateName.MANAGER;
import static io.millrace.approval.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.task.OwnRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalTest {

    private final Member ann = aMember("ann").build();
    private final Member max = aMember("max").decidingAs(DecidingGroup.MANAGER).build();
    private final Member carl = aMember("carl").decidingAs(DecidingGroup.CEO).build();

    @Test
    void its_title_is_kept_without_the_spaces_around_it() {
        assertThat(anApproval().titled("  A lamp\u00a0").build().title()).isEqualTo("A lamp");
    }

    @Test
    void a_rejection_closes_the_chain_at_once() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER, CEO).build();

        ApprovalGateDecided event = approval.decide(MANAGER, REJECT, "too dear", max, NOON);

        assertThat(event.state()).isEqualTo("rejected");
        assertThat(approval.closedAt()).isEqualTo(NOON);
        assertThatThrownBy(() -> approval.decide(CEO, APPROVE, null, carl, NOON))
                .isInstanceOf(ApprovalAlreadyClosed.class);
    }

    @Test
    void only_the_last_needed_gate_completes_it() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER, CEO).build();

        assertThat(approval.decide(MANAGER, APPROVE, null, max, NOON).state()).isEqualTo("ceo");
        assertThat(approval.isClosed()).isFalse();

        approval.open(CEO, DecidingGroup.CEO, NOON);
        approval.decide(CEO, APPROVE, null, carl, NOON);

        assertThat(approval.state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void nobody_decides_their_own_request_even_in_the_right_group() {
        Approval approval = anApproval().requestedBy(max).needing(MANAGER).build();

        assertThatThrownBy(() -> approval.decide(MANAGER, APPROVE, null, max, NOON))
                .isInstanceOf(OwnRequest.class);
    }

    @Test
    void who_comes_before_when() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER, CEO).build();
        approval.decide(MANAGER, REJECT, "no", max, NOON);

        assertThatThrownBy(() -> approval.decide(MANAGER, APPROVE, null, carl, NOON))
                .isInstanceOf(NotYourGate.class);
    }

    @Test
    void that_it_is_closed_comes_before_that_it_is_decided() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER, CEO).build();
        approval.decide(MANAGER, RETURN, "which laptops?", max, NOON);

        assertThatThrownBy(() -> approval.decide(MANAGER, APPROVE, null, max, NOON))
                .isInstanceOf(ApprovalAlreadyClosed.class);
        assertThatThrownBy(() -> approval.decide(CEO, APPROVE, null, carl, NOON))
                .isInstanceOf(ApprovalAlreadyClosed.class);
        assertThatThrownBy(() -> approval.decide(CEO, APPROVE, null, ann, NOON)).isInstanceOf(OwnRequest.class);
    }

    @Test
    void a_second_click_does_not_decide_the_next_gate() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER, CEO).build();
        approval.decide(MANAGER, APPROVE, null, max, NOON);
        approval.open(CEO, DecidingGroup.CEO, NOON);

        assertThatThrownBy(() -> approval.decide(MANAGER, APPROVE, null, max, NOON))
                .isInstanceOf(GateAlreadyDecided.class);
        assertThat(approval.gate(CEO).state()).isEqualTo(GateState.OPEN);
    }

    @Test
    void a_gate_waits_for_its_turn() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER, CEO).build();

        assertThatThrownBy(() -> approval.decide(CEO, APPROVE, null, carl, NOON))
                .isInstanceOf(GateNotOpen.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"REJECT", "RETURN"})
    void whoever_refuses_says_why(Decision refusal) {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER).build();

        assertThatThrownBy(() -> approval.decide(MANAGER, refusal, " ", max, NOON))
                .isInstanceOf(CommentNeeded.class);
        assertThat(approval.gate(MANAGER).state()).isEqualTo(GateState.OPEN);
    }

    @Test
    void a_returned_request_has_ended() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER).build();

        approval.decide(MANAGER, RETURN, "which laptops?", max, NOON);

        assertThat(approval.state()).isEqualTo(ApprovalState.RETURNED);
        assertThatThrownBy(() -> approval.recall(ann.id(), NOON)).isInstanceOf(ApprovalAlreadyClosed.class);
    }

    @Test
    void only_the_requester_recalls() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER).build();

        assertThatThrownBy(() -> approval.recall(max.id(), NOON)).isInstanceOf(NotYourRequest.class);
        approval.recall(ann.id(), NOON);

        assertThat(approval.state()).isEqualTo(ApprovalState.RECALLED);
        assertThat(approval.gate(MANAGER).state()).isEqualTo(GateState.WAITING);
    }

    @Test
    void the_asked_group_decides_in_place_of_the_gates_own() {
        Approval approval = anApproval().requestedBy(ann).needing(MANAGER).build();
        approval.open(MANAGER, DecidingGroup.CEO, NOON);

        assertThatThrownBy(() -> approval.decide(MANAGER, APPROVE, null, max, NOON))
                .isInstanceOf(NotYourGate.class);
        approval.decide(MANAGER, APPROVE, null, carl, NOON);

        assertThat(approval.state()).isEqualTo(ApprovalState.COMPLETED);
    }
}
