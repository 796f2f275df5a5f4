package io.millrace.notification;

import io.millrace.approval.ApprovalUnanswerable;
import io.millrace.approval.GateName;
import io.millrace.identity.Role;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.EffectSubscriber;
import io.millrace.outbox.Event;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Mails the platform's operators when a tenant's request has nobody to decide it. An effect, because the
 * operators' rows belong to another tenant and one transaction serves one tenant.
 */
@ApplicationScoped
public class TellOperators implements EffectSubscriber, MailSource {

    @Inject
    QueueOperatorEmail queueOperatorEmail;

    @Inject
    UnansweredRequests unansweredRequests;

    @Override
    public String name() {
        return "TellOperators";
    }

    @Override
    public Set<String> types() {
        return Set.of(DomainEvent.typeOf(ApprovalUnanswerable.class));
    }

    @Override
    public boolean on(Event event, UUID deliveryId) {
        ApprovalUnanswerable fact = event.as(ApprovalUnanswerable.class);
        TenantScope.run(TenantScope.PLATFORM, () -> queueOperatorEmail.queue(deliveryId, event.tenantId(), fact));
        return true;
    }

    @Override
    public Set<String> templates() {
        return Set.of(QueueOperatorEmail.TEMPLATE);
    }

    @Override
    public Optional<String> objection(QueuedEmail mail) {
        if (!mail.recipient().roles().contains(Role.OPERATOR))
            return Optional.of("its recipient is no operator any more");
        UUID about = UUID.fromString(mail.of(QueueOperatorEmail.TENANT_ID));
        boolean waits = TenantScope.call(
                about,
                () -> unansweredRequests.isOne(
                        UUID.fromString(mail.of(ApprovalMailModel.APPROVAL_ID)),
                        GateName.ofWireName(mail.of(ApprovalMailModel.GATE_NAME))));
        return waits ? Optional.empty() : Optional.of("the request does not wait there any more");
    }
}
