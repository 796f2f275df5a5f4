package io.millrace.approval;

import static io.millrace.approval.GateName.MANAGER;
import static io.millrace.approval.GateName.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Money;
import io.millrace.Page;
import io.millrace.harness.Room;
import io.millrace.identity.AddMember;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApprovalUseCasesIT {

    @RegisterExtension
    static final Room room = Room.with(AsksTheManager.class);

    private static int number;

    private UUID acme;
    private Member ann;
    private Member max;
    private Member rita;
    private Member olga;

    /** A process that asks two gates and stands at the first one's user task. */
    @ApplicationScoped
    static class AsksTheManager implements ApprovalProcess {

        @Inject
        RecordRouting recordRouting;

        @Inject
        AskDeciders askDeciders;

        @Override
        public void start(Approval approval) {
            recordRouting.record(approval.id(), EnumSet.of(MANAGER, REVENUE_ASSURANCE));
            askDeciders.ask(approval.id(), MANAGER, false);
        }

        @Override
        public void askAnew(UUID approvalId) {}

        @Override
        public void cancel(UUID approvalId, String reason) {}
    }

    @BeforeEach
    void people() {
        acme = room.tenant("acme-" + ++number);
        ann = member("ann", Set.of(Role.MEMBER));
        max = member("max", Set.of(Role.MANAGER), DecidingGroup.MANAGER);
        rita = member("rita", Set.of(Role.MEMBER), DecidingGroup.REVENUE_ASSURANCE);
        olga = member("olga", Set.of(Role.OWNER), DecidingGroup.OWNER);
    }

    @Test
    void a_request_asks_the_manager_and_leaves_a_trail() {
        Approval approval = as(ann, () -> request("EUR"));

        assertThat(approval.state()).isEqualTo(ApprovalState.MANAGER);
        assertThat(events()).containsExactly("approval.requested", "approval.gate_opened");
        assertThat(trail(acme))
                .containsExactly(
                        "approval.requested - requested ann",
                        "approval.gate_opened requested manager ann, asked manager");
    }

    @Test
    void a_decision_leaves_one_audit_entry_and_one_event() {
        UUID id = as(ann, () -> request("EUR")).id();

        as(max, () -> room.get(DecideGate.class).decide(id, MANAGER, Decision.APPROVE, "fine"));

        assertThat(room.database()
                        .texts(
                                "SELECT from_state || '>' || to_state || ' ' || decision || ' ' || comment FROM audit_entry"
                                        + " WHERE action = 'approval.gate_decided' AND tenant_id = '" + acme + "'"))
                .containsExactly("manager>manager approve fine");
        assertThat(events()).containsExactly("approval.requested", "approval.gate_opened", "approval.gate_decided");
    }

    @Test
    void the_last_agreement_completes_and_says_so() {
        UUID id = as(ann, () -> request("EUR")).id();

        as(max, () -> room.get(DecideGate.class).decide(id, MANAGER, Decision.APPROVE, null));
        as(max, () -> room.get(AskDeciders.class).ask(id, REVENUE_ASSURANCE, false));
        Approval done =
                as(rita, () -> room.get(DecideGate.class).decide(id, REVENUE_ASSURANCE, Decision.APPROVE, null));

        assertThat(done.state()).isEqualTo(ApprovalState.COMPLETED);
        assertThat(events()).endsWith("approval.gate_decided", "approval.completed");
    }

    @Test
    void each_entry_of_the_trail_begins_where_the_one_before_it_ended() {
        UUID id = as(ann, () -> request("EUR")).id();
        as(max, () -> room.get(DecideGate.class).decide(id, MANAGER, Decision.APPROVE, null));
        as(max, () -> room.get(AskDeciders.class).ask(id, REVENUE_ASSURANCE, false));
        as(rita, () -> room.get(DecideGate.class).decide(id, REVENUE_ASSURANCE, Decision.APPROVE, null));

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
        assertThatThrownBy(() -> as(ann, () -> request("USD"))).isInstanceOf(CurrencyNotSupported.class);

        assertThat(events()).isEmpty();
    }

    @Test
    void a_gate_whose_only_decider_is_the_requester_asks_the_next_role() {
        Approval approval = as(max, () -> request("EUR"));

        assertThat(approval.gate(MANAGER).askedGroup()).isEqualTo(DecidingGroup.REVENUE_ASSURANCE);
        assertThat(approval.state()).isEqualTo(ApprovalState.MANAGER);
        assertThat(trail(acme)).endsWith("approval.gate_passed_on requested manager max, asked revenue_assurance");
    }

    @Test
    void with_nobody_at_all_it_waits_and_the_operators_are_told_once() {
        UUID lonely = room.tenant("lonely-" + number);
        Member only = room.inside(
                        lonely,
                        () -> room.get(AddMember.class)
                                .add(
                                        "only@" + number + ".test",
                                        "Only",
                                        "secret",
                                        Set.of(Role.OWNER),
                                        Set.of(DecidingGroup.MANAGER)))
                .asMember();

        Approval approval = as(only, () -> request("EUR"));
        as(only, () -> room.get(AskDeciders.class).ask(approval.id(), MANAGER, true));

        assertThat(approval.state()).isEqualTo(ApprovalState.REQUESTED);
        assertThat(room.database().texts("SELECT type FROM event WHERE tenant_id = '" + lonely + "' ORDER BY seq"))
                .containsExactly("approval.requested", "approval.unanswerable");
        assertThat(trail(lonely))
                .containsExactly(
                        "approval.requested - requested Only", "approval.unanswerable requested requested Only");
    }

    @Test
    void members_see_their_own_requests_and_those_with_a_gate_of_their_group() {
        Member carl = member("carl", Set.of(Role.MEMBER), DecidingGroup.CEO);
        UUID id = as(ann, () -> request("EUR")).id();

        assertThat(visibleTo(ann)).containsExactly(id);
        assertThat(visibleTo(max)).containsExactly(id);
        assertThat(visibleTo(rita)).containsExactly(id);
        assertThat(visibleTo(carl)).isEmpty();
        assertThat(visibleTo(olga)).containsExactly(id);
        assertThatThrownBy(() -> as(
                        carl,
                        () -> room.get(Authorizer.class)
                                .require(
                                        Permission.APPROVAL_READ,
                                        room.get(Approvals.class).require(id))))
                .isInstanceOf(io.millrace.NotFound.class);
    }

    @Test
    void pages_follow_each_other_without_gap() {
        UUID first = as(ann, () -> request("EUR")).id();
        UUID second = as(ann, () -> request("EUR")).id();
        UUID third = as(ann, () -> request("EUR")).id();

        Page<UUID> page = as(ann, () -> page(ann, null, 2));
        Page<UUID> rest = as(ann, () -> page(ann, page.next(), 2));

        assertThat(page.items()).containsExactly(third, second);
        assertThat(rest.items()).containsExactly(first);
        assertThat(rest.next()).isNull();
    }

    @Test
    void a_recall_ends_it_and_a_stranger_cannot() {
        UUID id = as(ann, () -> request("EUR")).id();

        assertThatThrownBy(() -> as(max, () -> room.get(RecallApproval.class).recall(id)))
                .isInstanceOf(NotYourRequest.class);
        Approval recalled = as(ann, () -> room.get(RecallApproval.class).recall(id));

        assertThat(recalled.state()).isEqualTo(ApprovalState.RECALLED);
        assertThat(events()).endsWith("approval.recalled");
    }

    private Page<UUID> page(Member member, @org.jspecify.annotations.Nullable UUID after, int limit) {
        return room.get(Approvals.class)
                .page(member, new Approvals.Filter(null, null, null), after, limit)
                .map(Approval::id);
    }

    private java.util.List<UUID> visibleTo(Member member) {
        return as(member, () -> page(member, null, 50)).items();
    }

    private Approval request(String currency) {
        return room.get(RequestApproval.class)
                .request(
                        new RequestApproval.Wanted("purchase", "Two laptops", Money.of(120_000, currency), null, null));
    }

    private static java.util.List<String> trail(UUID tenant) {
        return room.database().texts("""
                        SELECT a.action || ' ' || coalesce(a.from_state, '-') || ' ' || a.to_state || ' ' || coalesce(p.name, '-')
                               || coalesce(', asked ' || a.asked_group, '')
                        FROM audit_entry a
                        LEFT JOIN membership m ON m.tenant_id = a.tenant_id AND m.id = a.actor_id
                        LEFT JOIN person p ON p.id = m.person_id
                        WHERE a.tenant_id = '%s' AND a.action LIKE 'approval.%%' ORDER BY a.id""".formatted(tenant));
    }

    private java.util.List<String> events() {
        return room.database().texts("SELECT type FROM event WHERE tenant_id = '" + acme + "' ORDER BY seq, id");
    }

    private Member member(String name, Set<Role> roles, DecidingGroup... groups) {
        return room.inside(
                        acme,
                        () -> room.get(AddMember.class)
                                .add(name + number + "@acme.test", name, "secret", roles, Set.of(groups)))
                .asMember();
    }

    private <T> T as(Member member, Callable<T> work) {
        return room.get(CurrentMember.class).call(member, () -> room.inside(member.tenantId(), work));
    }
}
