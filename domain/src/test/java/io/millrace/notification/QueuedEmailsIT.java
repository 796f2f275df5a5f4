package io.millrace.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Ids;
import io.millrace.Money;
import io.millrace.approval.Approval;
import io.millrace.approval.AsksTheManager;
import io.millrace.approval.DecideGate;
import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.approval.RecallApproval;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Room;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.outbox.PermanentFailure;
import io.millrace.tenancy.TenantScope;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a mail that waits may go out. */
class QueuedEmailsIT {

    @RegisterExtension
    static final Room room = Room.with(AsksTheManager.class);

    private UUID acme = new UUID(0, 0);
    private Member ann = anybody();
    private Member max = anybody();
    private Member mia = anybody();

    @BeforeEach
    void a_tenant_with_two_managers() {
        acme = room.anotherTenant("acme");
        ann = room.member(acme, "ann", Role.MEMBER, DecidingGroup.MANAGER);
        max = room.member(acme, "max", Role.MANAGER, DecidingGroup.MANAGER);
        mia = room.member(acme, "mia", Role.MANAGER, DecidingGroup.MANAGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval-decide", "approval-reminder"})
    void a_decider_is_mailed_while_the_gate_is_open(String template) {
        UUID mail = toDecide(template, request(), max);

        assertThat(objection(acme, mail)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval-decide", "approval-reminder"})
    void nobody_is_asked_about_a_gate_that_a_colleague_has_decided(String template) {
        Approval request = request();
        UUID mail = toDecide(template, request, max);

        decide(request, mia);

        assertThat(objection(acme, mail)).isEqualTo("the gate is not open any more");
    }

    @Test
    void nobody_is_asked_about_a_recalled_request() {
        Approval request = request();
        UUID mail = toDecide("approval-decide", request, max);

        room.as(ann, () -> room.get(RecallApproval.class).recall(request.id()));

        assertThat(objection(acme, mail)).isEqualTo("the gate is not open any more");
    }

    @Test
    void who_was_suspended_is_told_nothing() {
        Approval request = request();
        UUID toMax = toDecide("approval-decide", request, max);
        UUID toAnn = closed(request, ann);

        suspend(max);
        suspend(ann);

        assertThat(objection(acme, toMax)).isEqualTo("its recipient is suspended");
        assertThat(objection(acme, toAnn)).isEqualTo("its recipient is suspended");
    }

    @Test
    void who_left_the_group_is_not_asked() {
        UUID mail = toDecide("approval-decide", request(), max);

        room.database().run("DELETE FROM membership_group WHERE membership_id = '" + max.id() + "'");

        assertThat(objection(acme, mail)).isEqualTo("its recipient may not decide there any more");
    }

    @Test
    void the_requester_is_never_asked() {
        UUID mail = toDecide("approval-decide", request(), ann);

        assertThat(objection(acme, mail)).isEqualTo("its recipient may not decide there any more");
    }

    @Test
    void the_requester_is_told_how_it_ended() {
        Approval request = request();
        decide(request, max);

        assertThat(objection(acme, closed(request, ann))).isEqualTo("none");
    }

    @Test
    void operators_hear_of_a_request_that_nobody_can_decide_while_that_is_so() {
        suspend(max);
        suspend(mia);
        Approval request = request();
        Member ops = room.member(TenantScope.PLATFORM, "ops", Role.OPERATOR);
        UUID mail = unanswerable(request, ops);

        assertThat(objection(TenantScope.PLATFORM, mail)).isEqualTo("none");

        room.database().run("UPDATE approval SET state = 'MANAGER' WHERE id = '" + request.id() + "'");
        assertThat(objection(TenantScope.PLATFORM, mail)).isEqualTo("the request does not wait there any more");
    }

    @Test
    void who_is_no_operator_any_more_hears_nothing_of_tenants() {
        suspend(max);
        suspend(mia);
        Member ops = room.member(TenantScope.PLATFORM, "ops", Role.ADMIN);

        assertThat(objection(TenantScope.PLATFORM, unanswerable(request(), ops)))
                .isEqualTo("its recipient is no operator any more");
    }

    @Test
    void a_mail_for_which_nobody_answers_never_goes_out() {
        UUID mail = mail(acme, "carrier-pigeon", max, Map.of());

        assertThatThrownBy(() -> objection(acme, mail)).isInstanceOf(PermanentFailure.class);
    }

    private Approval request() {
        return room.as(
                ann,
                () -> room.get(RequestApproval.class)
                        .request(new RequestApproval.Wanted(
                                "purchase", "Two laptops", Money.of(120_000, "EUR"), null, null)));
    }

    private void decide(Approval request, Member by) {
        room.as(by, () -> room.get(DecideGate.class).decide(request.id(), GateName.MANAGER, Decision.APPROVE, null));
    }

    private UUID toDecide(String template, Approval about, Member to) {
        Map<String, String> model =
                room.inside(acme, () -> room.get(ApprovalMailModel.class).of(about, "manager"));
        return mail(acme, template, to, model);
    }

    private UUID closed(Approval about, Member to) {
        return mail(
                acme, "approval-closed", to, Map.of("approval_id", about.id().toString()));
    }

    private UUID unanswerable(Approval about, Member to) {
        return mail(
                TenantScope.PLATFORM,
                "approval-unanswerable",
                to,
                Map.of(
                        "tenant_id", acme.toString(),
                        "approval_id", about.id().toString(),
                        "gate_name", "manager"));
    }

    private UUID mail(UUID tenant, String template, Member to, Map<String, String> model) {
        UUID cause = Ids.next();
        room.inside(tenant, () -> room.get(QueueEmail.class).queue(cause, template, to.id(), model));
        return UUID.fromString(room.database()
                .texts("SELECT id FROM email_message WHERE recipient_id = '" + to.id() + "' AND template = '" + template
                        + "'")
                .get(0));
    }

    private String objection(UUID tenant, UUID mail) {
        return TenantScope.call(tenant, () -> {
            QueuedEmails queued = room.get(QueuedEmails.class);
            return queued.objection(queued.find(mail).orElseThrow()).orElse("none");
        });
    }

    private static void suspend(Member member) {
        room.database().run("UPDATE membership SET state = 'SUSPENDED' WHERE id = '" + member.id() + "'");
    }

    private static Member anybody() {
        UUID nobody = new UUID(0, 0);
        return new Member(nobody, nobody, nobody, "", "", Set.of(), Set.of());
    }
}
