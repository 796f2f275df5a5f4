package io.millrace.outbox;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a dead delivery, and with it its waiting successors, another round of attempts. */
@ApplicationScoped
public class RetryDelivery {

    @Inject
    Deliveries deliveries;

    @Inject
    Rows rows;

    @Inject
    DeliveryQueue queue;

    @Inject
    TellEffect tellEffect;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * @param by the membership that asked; null for the platform itself
     * @throws DeliveryNotDead when it is open or done
     */
    @Transactional
    public Delivery retry(UUID id, @Nullable UUID by) {
        int dead = rows.update("""
                UPDATE event_delivery SET state = 'OPEN', attempts = 0, settled_at = NULL
                WHERE id = ? AND state = 'DEAD'""", id);
        Delivery delivery = deliveries.require(id);
        if (dead == 0) throw new DeliveryNotDead(delivery.state());
        rows.update(
                "UPDATE delivery_dispatch SET dead = false WHERE tenant_id = ? AND delivery_id = ?",
                TenantScope.current(),
                id);
        queue.putOff(id, Duration.ZERO);
        queue.findOpen(id).ifPresent(tellEffect::retried);
        audit.record(new AuditEntry(clock.instant(), "delivery.retried", "delivery", id, by)
                .moved(Delivery.State.DEAD.wireName(), Delivery.State.OPEN.wireName()));
        return delivery;
    }
}
