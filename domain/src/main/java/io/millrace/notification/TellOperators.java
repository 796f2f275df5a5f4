package io.millrace.notification;

import io.millrace.approval.ApprovalUnanswerable;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.EffectSubscriber;
import io.millrace.outbox.Event;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/**
 * Mails the platform's operators when a tenant's request has nobody to decide it. An effect, because the
 * operators' rows belong to another tenant and one transaction serves one tenant.
 */
@ApplicationScoped
public class TellOperators implements EffectSubscriber {

    @Inject
    QueueOperatorEmail queueOperatorEmail;

    @Override
    public String name() {
        return "TellOperators";
    }

    @Override
    public Set<String> types() {
        return Set.of(DomainEvent.typeOf(ApprovalUnanswerable.class));
    }

    @Override
    public void on(Event event, UUID deliveryId) {
        ApprovalUnanswerable fact = event.as(ApprovalUnanswerable.class);
        TenantScope.run(TenantScope.PLATFORM, () -> queueOperatorEmail.queue(deliveryId, event.tenantId(), fact));
    }
}
