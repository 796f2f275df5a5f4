package io.millrace.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Ids;
import io.millrace.Json;
import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalCompleted;
import io.millrace.approval.ApprovalGateOpened;
import io.millrace.approval.ApprovalGateReminded;
import io.millrace.approval.ApprovalRecalled;
import io.millrace.approval.ApprovalRejected;
import io.millrace.approval.ApprovalReturned;
import io.millrace.approval.ApprovalUnanswerable;
import io.millrace.approval.AsksTheManager;
import io.millrace.approval.DecideGate;
import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Room;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.EffectSubscriber;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import io.millrace.outbox.Subscriber;
import io.millrace.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever turns a fact about an approval into mails. */
class MailSubscribersIT {

    @RegisterExtension
    static final Room room = Room.with(AsksTheManager.class);

    private UUID acme;
    private Approval approval;
    private Member max;

    /** Who hears what, and how many are mailed. */
    enum Hearing {
        A_GATE_OPENED(TellDeciders.class, 2),
        A_REMINDER(TellDeciders.class, 2),
        COMPLETED(TellRequester.class, 1),
        REJECTED(TellRequester.class, 1),
        RETURNED(TellRequester.class, 1),
        CANCELLED_BY_ANOTHER(TellRequester.class, 1),
        UNANSWERABLE(TellOperators.class, 2);

        private final Class<? extends Subscriber> subscriber;
        private final int mails;

        Hearing(Class<? extends Subscriber> subscriber, int mails) {
            this.subscriber = subscriber;
            this.mails = mails;
        }

        /** Of the manager, beforehand. */
        Optional<Decision> decision() {
            return switch (this) {
                case COMPLETED -> Optional.of(Decision.APPROVE);
                case REJECTED -> Optional.of(Decision.REJECT);
                case RETURNED -> Optional.of(Decision.RETURN);
                default -> Optional.empty();
            };
        }

        DomainEvent about(Approval approval) {
            UUID id = approval.id();
            return switch (this) {
                case A_GATE_OPENED -> new ApprovalGateOpened(id, "manager", "manager");
                case A_REMINDER -> new ApprovalGateReminded(id, "manager", "manager");
                case COMPLETED -> new ApprovalCompleted(id, approval.requesterId());
                case REJECTED -> new ApprovalRejected(id, approval.requesterId(), "manager");
                case RETURNED -> new ApprovalReturned(id, approval.requesterId(), "manager");
                case CANCELLED_BY_ANOTHER ->
                    new ApprovalRecalled(id, approval.requesterId(), UUID.randomUUID(), "The budget is used up.");
                case UNANSWERABLE -> new ApprovalUnanswerable(id, "manager");
            };
        }
    }

    @BeforeEach
    void a_request_that_two_managers_may_decide() {
        acme = room.anotherTenant("acme");
        Member ann = room.member(acme, "Ann", Role.MEMBER);
        max = room.member(acme, "Max", Role.MANAGER, DecidingGroup.MANAGER);
        room.member(acme, "Mia", Role.MANAGER, DecidingGroup.MANAGER);
        approval = room.as(
                ann,
                () -> room.get(RequestApproval.class)
                        .request(new RequestApproval.Wanted(
                                "purchase", "Two laptops", AsksTheManager.SMALL, null, null)));
        room.member(TenantScope.PLATFORM, "Day", Role.OPERATOR);
        room.member(TenantScope.PLATFORM, "Night", Role.OPERATOR);
    }

    @AfterEach
    void nothing_is_left() {
        refuseNothing();
        room.database()
                .run("UPDATE membership SET state = 'SUSPENDED' WHERE tenant_id = '" + TenantScope.PLATFORM + "'");
    }

    @ParameterizedTest
    @EnumSource
    void runs_twice_with_one_effect(Hearing hearing) {
        Event event = event(hearing);

        hear(hearing, event);
        hear(hearing, event);

        assertThat(mailsOf(hearing)).hasSize(hearing.mails);
        assertThat(queuedOf(hearing)).hasSize(hearing.mails);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_no_trace_when_it_fails(Hearing hearing) {
        Event event = event(hearing);

        refuseTheirEvents();
        assertThatThrownBy(() -> hear(hearing, event)).hasStackTraceContaining("the test refuses");
        refuseNothing();

        assertThat(mailsOf(hearing)).isEmpty();
        assertThat(queuedOf(hearing)).isEmpty();
        hear(hearing, event);
        assertThat(mailsOf(hearing)).hasSize(hearing.mails);
    }

    @Test
    void a_recall_of_one_s_own_is_no_news() {
        UUID ann = approval.requesterId();

        hear(Hearing.CANCELLED_BY_ANOTHER, event(new ApprovalRecalled(approval.id(), ann, ann, null)));
        hear(Hearing.CANCELLED_BY_ANOTHER, event(new ApprovalRecalled(approval.id(), ann, null, null)));

        assertThat(mailsOf(Hearing.CANCELLED_BY_ANOTHER)).isEmpty();
    }

    private Event event(Hearing hearing) {
        hearing.decision()
                .ifPresent(decision -> room.as(
                        max,
                        () -> room.get(DecideGate.class).decide(approval.id(), GateName.MANAGER, decision, "because")));
        return event(hearing.about(approval));
    }

    private Event event(DomainEvent fact) {
        return new Event(Ids.next(), acme, fact.type(), fact.subject(), Instant.now(), Json.write(fact), null);
    }

    private void hear(Hearing hearing, Event event) {
        Subscriber subscriber = room.get(hearing.subscriber);
        TenantScope.run(acme, () -> {
            if (subscriber instanceof InsideSubscriber inside) inside.on(event);
            if (subscriber instanceof EffectSubscriber effect) effect.on(event, Ids.derived(event.id(), effect.name()));
        });
    }

    /** The events come last: all mails are written, and then it fails. */
    private static void refuseTheirEvents() {
        room.database().run("""
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'the test refuses'; END $$""", "CREATE TRIGGER refuse AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION refuse()");
    }

    private static void refuseNothing() {
        room.database().run("DROP FUNCTION IF EXISTS refuse() CASCADE");
    }

    private List<String> mailsOf(Hearing hearing) {
        return room.database()
                .texts(
                        "SELECT id FROM email_message WHERE recipient_id IN (SELECT id FROM membership WHERE tenant_id = '"
                                + tenantOf(hearing) + "' AND state = 'ACTIVE')");
    }

    private List<String> queuedOf(Hearing hearing) {
        return room.database().texts("""
                SELECT e.id FROM event e JOIN email_message m ON m.id::text = e.subject
                JOIN membership r ON r.id = m.recipient_id
                WHERE e.type = 'message.queued' AND r.tenant_id = '%s' AND r.state = 'ACTIVE'""".formatted(tenantOf(hearing)));
    }

    private UUID tenantOf(Hearing hearing) {
        return hearing == Hearing.UNANSWERABLE ? TenantScope.PLATFORM : acme;
    }
}
