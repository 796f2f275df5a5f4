package io.millrace.notification;

import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalCompleted;
import io.millrace.approval.ApprovalRecalled;
import io.millrace.approval.ApprovalRejected;
import io.millrace.approval.ApprovalReturned;
import io.millrace.approval.Approvals;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mails the requester how the request ended, unless that was their own doing. */
@ApplicationScoped
public class TellRequester implements InsideSubscriber, MailSource {

    private static final String CLOSED = "approval-closed";
    private static final String RECALLED = DomainEvent.typeOf(ApprovalRecalled.class);

    @Inject
    Approvals approvals;

    @Inject
    ApprovalMailModel mailModel;

    @Inject
    QueueEmail queueEmail;

    @Override
    public String name() {
        return "TellRequester";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                DomainEvent.typeOf(ApprovalCompleted.class),
                RECALLED,
                DomainEvent.typeOf(ApprovalRejected.class),
                DomainEvent.typeOf(ApprovalReturned.class));
    }

    @Override
    @Transactional
    public void on(Event event) {
        Approval approval = approvals.require(UUID.fromString(event.subject()));
        if (event.type().equals(RECALLED)) {
            onRecall(event, approval);
            return;
        }
        queueEmail.queue(event.id(), CLOSED, approval.requesterId(), mailModel.ofClosed(approval));
    }

    private void onRecall(Event event, Approval approval) {
        ApprovalRecalled recalled = event.as(ApprovalRecalled.class);
        UUID by = recalled.recalledBy();
        if (by == null || by.equals(recalled.requesterId())) return;
        queueEmail.queue(
                event.id(), CLOSED, approval.requesterId(), mailModel.ofRecalled(approval, by, recalled.reason()));
    }

    @Override
    public Set<String> templates() {
        return Set.of(CLOSED);
    }

    /** How it ended never changes, and the requester may always know. */
    @Override
    public Optional<String> objection(QueuedEmail mail) {
        return Optional.empty();
    }
}
