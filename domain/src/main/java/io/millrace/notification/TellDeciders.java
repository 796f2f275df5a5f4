package io.millrace.notification;

import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalGateOpened;
import io.millrace.approval.ApprovalGateReminded;
import io.millrace.approval.Approvals;
import io.millrace.approval.AskDeciders;
import io.millrace.approval.GateName;
import io.millrace.identity.DecidingGroup;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mails the deciders of a gate when it opens, and again when they are reminded, while they may decide there. */
@ApplicationScoped
public class TellDeciders implements InsideSubscriber, MailSource {

    private static final String OPENED = DomainEvent.typeOf(ApprovalGateOpened.class);
    private static final String REMINDED = DomainEvent.typeOf(ApprovalGateReminded.class);

    private static final String DECIDE = "approval-decide";
    private static final String REMINDER = "approval-reminder";

    @Inject
    Approvals approvals;

    @Inject
    AskDeciders askDeciders;

    @Inject
    ApprovalMailModel mailModel;

    @Inject
    QueueEmail queueEmail;

    @Override
    public String name() {
        return "TellDeciders";
    }

    @Override
    public Set<String> types() {
        return Set.of(OPENED, REMINDED);
    }

    @Override
    @Transactional
    public void on(Event event) {
        if (event.type().equals(OPENED)) {
            ApprovalGateOpened opened = event.as(ApprovalGateOpened.class);
            tell(event.id(), DECIDE, opened.approvalId(), opened.gate(), opened.askedGroup());
        } else {
            ApprovalGateReminded reminded = event.as(ApprovalGateReminded.class);
            tell(event.id(), REMINDER, reminded.approvalId(), reminded.gate(), reminded.askedGroup());
        }
    }

    @Override
    public Set<String> templates() {
        return Set.of(DECIDE, REMINDER);
    }

    @Override
    @Transactional
    public Optional<String> objection(QueuedEmail mail) {
        Approval approval = approvals.require(UUID.fromString(mail.of(ApprovalMailModel.APPROVAL_ID)));
        GateName gate = GateName.ofWireName(mail.of(ApprovalMailModel.GATE_NAME));
        if (approval.openGate().filter(open -> open.name() == gate).isEmpty())
            return Optional.of("the gate is not open any more");
        if (!approval.asks(mail.recipient().asMember(), gate))
            return Optional.of("its recipient may not decide there any more");
        return Optional.empty();
    }

    private void tell(UUID cause, String template, UUID approvalId, String gate, String group) {
        Approval approval = approvals.require(approvalId);
        askDeciders
                .deciders(DecidingGroup.ofWireName(group), approval)
                .forEach(d -> queueEmail.queue(cause, template, d.id(), mailModel.of(approval, gate)));
    }
}
