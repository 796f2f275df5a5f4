package io.millrace.outbox;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes how an attempt at a delivery ended; the delivery's tenant must be bound. */
@ApplicationScoped
public class SettleDelivery {

    private static final Logger log = LoggerFactory.getLogger(SettleDelivery.class);

    /** How many attempts a delivery gets, and how long it waits between them. */
    public record Patience(int attempts, Duration first, Duration longest) {

        /** 250 ms, 750 ms, 2.25 s, … for a first pause of 250 ms. */
        Duration pauseAfter(int failed) {
            double millis = (double) first.toMillis() * Math.pow(3, failed - 1.0);
            return Duration.ofMillis((long) Math.min(millis, (double) longest.toMillis()));
        }
    }

    @Inject
    Rows rows;

    @Inject
    DeliveryQueue queue;

    @Inject
    TellEffect tellEffect;

    @Inject
    Clock clock;

    /** In the caller's transaction, for an inside subscriber; a second time changes nothing. */
    @Transactional
    public void done(UUID deliveryId) {
        done(deliveryId, null);
    }

    /** @param note what operators should know of how it ended */
    @Transactional
    public void done(UUID deliveryId, @Nullable String note) {
        int open = rows.update("""
                UPDATE event_delivery
                SET state = 'DONE', attempts = attempts + 1, settled_at = ?, note = ?, last_error = NULL
                WHERE id = ? AND state = 'OPEN'""", now(), note, deliveryId);
        if (open == 1) forget(deliveryId);
    }

    private void forget(UUID deliveryId) {
        rows.update(
                "DELETE FROM delivery_dispatch WHERE tenant_id = ? AND delivery_id = ?",
                TenantScope.current(),
                deliveryId);
    }

    /**
     * Counts a failed attempt and puts the next one off, or gives up when patience is at its end.
     *
     * @return whether it was given up
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean failed(UUID deliveryId, String reason, Patience patience) {
        List<Integer> attempts = count(deliveryId, reason);
        if (attempts.isEmpty()) return false; // somebody else has made it meanwhile
        int failed = attempts.get(0);
        if (failed >= patience.attempts()) {
            bury(deliveryId, reason);
            return true;
        }
        Duration pause = patience.pauseAfter(failed);
        queue.putOff(deliveryId, pause);
        log.warn("delivery failed delivery={} attempt={} again_in={} reason={}", deliveryId, failed, pause, reason);
        return false;
    }

    /** Leaves it to wait for its turn, with nothing counted: it was not what failed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void notTried(UUID deliveryId, String reason) {
        rows.update("UPDATE event_delivery SET last_error = ? WHERE id = ? AND state = 'OPEN'", reason, deliveryId);
        queue.putOff(deliveryId, Duration.ZERO);
    }

    /** Ends it for good, until an operator retries it; its successors wait. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void dead(UUID deliveryId, String reason) {
        bury(deliveryId, reason);
    }

    private List<Integer> count(UUID deliveryId, String reason) {
        return rows.query(row -> row.getInt(1), """
                UPDATE event_delivery SET attempts = attempts + 1, last_error = ?
                WHERE id = ? AND state = 'OPEN' RETURNING attempts""", reason, deliveryId);
    }

    private void bury(UUID deliveryId, String reason) {
        Optional<ClaimedDelivery> buried = queue.findOpen(deliveryId);
        int open = rows.update("""
                UPDATE event_delivery SET state = 'DEAD', last_error = ?, settled_at = ?
                WHERE id = ? AND state = 'OPEN'""", reason, now(), deliveryId);
        if (open == 0) return;
        rows.update(
                "UPDATE delivery_dispatch SET dead = true WHERE tenant_id = ? AND delivery_id = ?",
                TenantScope.current(),
                deliveryId);
        buried.ifPresent(delivery -> tellEffect.givenUp(delivery, reason));
        log.error("delivery is dead delivery={} reason={}; an operator must retry it", deliveryId, reason);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
