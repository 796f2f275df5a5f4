package io.millrace.approval;

import static io.millrace.approval.GateName.MANAGER;
import static io.millrace.approval.GateName.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Money;
import io.millrace.NotFound;
import io.millrace.Page;
import io.millrace.Refusal;
import io.millrace.harness.Room;
import io.millrace.identity.Authorizer;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.identity.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApprovalUseCasesIT {

    @RegisterExtension
    static final Room room = Room.with(AsksTheManager.class);

    private UUID acme;
    private Member ann;
    private Member max;
    private Member rita;
    private Member olga;

    @BeforeEach
    void people() {
        acme = room.anotherTenant("acme");
        ann = room.member(acme, "ann", Role.MEMBER);
        max = room.member(acme, "max", Role.MANAGER, DecidingGroup.MANAGER);
        rita = room.member(acme, "rita", Role.MEMBER, DecidingGroup.REVENUE_ASSURANCE);
        olga = room.member(acme, "olga", Role.OWNER, DecidingGroup.OWNER);
    }

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
    void other_currencies_are_refused_and_leave_nothing() {
        assertThatThrownBy(() -> room.as(ann, () -> request("USD"))).isInstanceOf(CurrencyNotSupported.class);

        assertThat(events()).isEmpty();
    }

    @Test
    void a_currency_and_an_origin_that_are_both_wrong_are_found_at_once() {
        assertThatThrownBy(() -> room.as(ann, () -> request("USD", UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        CurrencyNotSupported.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Refusal.Finding::pointer)
                                .containsExactly("/amount/currency", "/origin_id"));
    }

    @Test
    void a_blank_reason_is_none() {
        Approval approval = room.as(
                ann,
                () -> room.get(RequestApproval.class)
                        .request(new RequestApproval.Wanted(
                                "purchase", "Two laptops", Money.of(120_000, "EUR"), " \n", null)));

        assertThat(approval.reason()).isNull();
    }

    @Test
    void the_origin_of_a_request_is_one_of_one_s_own_that_was_returned() {
        UUID returned = room.as(ann, () -> request("EUR")).id();
        room.as(max, () -> room.get(DecideGate.class).decide(returned, MANAGER, Decision.RETURN, "which ones?"));
        UUID rejected = room.as(ann, () -> request("EUR")).id();
        room.as(max, () -> room.get(DecideGate.class).decide(rejected, MANAGER, Decision.REJECT, "no"));
        UUID open = room.as(ann, () -> request("EUR")).id();

        assertThat(room.as(ann, () -> request("EUR", returned)).originId()).isEqualTo(returned);
        for (UUID other : List.of(rejected, open, UUID.randomUUID())) {
            assertThatThrownBy(() -> room.as(ann, () -> request("EUR", other))).isInstanceOf(UnknownOrigin.class);
        }
        assertThatThrownBy(() -> room.as(max, () -> request("EUR", returned))).isInstanceOf(UnknownOrigin.class);
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
    void members_see_their_own_requests_and_those_with_a_gate_of_their_group() {
        Member carl = room.member(acme, "carl", Role.MEMBER, DecidingGroup.CEO);
        UUID id = room.as(ann, () -> request("EUR")).id();

        assertThat(visibleTo(ann)).containsExactly(id);
        assertThat(visibleTo(max)).containsExactly(id);
        assertThat(visibleTo(rita)).containsExactly(id);
        assertThat(visibleTo(carl)).isEmpty();
        assertThat(visibleTo(olga)).containsExactly(id);
        assertThatThrownBy(() -> room.as(
                        carl,
                        () -> room.get(Authorizer.class)
                                .require(
                                        Permission.APPROVAL_READ,
                                        room.get(Approvals.class).require(id))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void pages_follow_each_other_without_gap() {
        UUID first = room.as(ann, () -> request("EUR")).id();
        UUID second = room.as(ann, () -> request("EUR")).id();
        UUID third = room.as(ann, () -> request("EUR")).id();

        Page<UUID> page = room.as(ann, () -> page(ann, null, 2));
        Page<UUID> rest = room.as(ann, () -> page(ann, page.next(), 2));

        assertThat(page.items()).containsExactly(third, second);
        assertThat(rest.items()).containsExactly(first);
        assertThat(rest.next()).isNull();
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

    private Page<UUID> page(Member member, @Nullable UUID after, int limit) {
        return room.get(Approvals.class)
                .page(member, new Approvals.Filter(null, null, null), after, limit)
                .map(Approval::id);
    }

    private List<UUID> visibleTo(Member member) {
        return room.as(member, () -> page(member, null, 50)).items();
    }

    private Approval request(String currency) {
        return request(currency, null);
    }

    private Approval request(String currency, @Nullable UUID origin) {
        return room.get(RequestApproval.class)
                .request(new RequestApproval.Wanted(
                        "purchase", "Two laptops", Money.of(120_000, currency), null, origin));
    }

    private static List<String> trail(UUID tenant) {
        return room.database().texts("""
                        SELECT a.action || ' ' || coalesce(a.from_state, '-') || ' ' || a.to_state || ' ' || coalesce(p.name, '-')
                               || coalesce(', asked ' || a.asked_group, '')
                        FROM audit_entry a
                        LEFT JOIN membership m ON m.tenant_id = a.tenant_id AND m.id = a.actor_id
                        LEFT JOIN person p ON p.id = m.person_id
                        WHERE a.tenant_id = '%s' AND a.action LIKE 'approval.%%' ORDER BY a.id""".formatted(tenant));
    }

    private List<String> events() {
        return room.database().texts("SELECT type FROM event WHERE tenant_id = '" + acme + "' ORDER BY seq, id");
    }
}
