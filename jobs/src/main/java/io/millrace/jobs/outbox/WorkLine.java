package io.millrace.jobs.outbox;

import io.millrace.outbox.ClaimedDelivery;
import io.millrace.outbox.Failure;
import io.millrace.outbox.Line;
import io.millrace.outbox.SettleDelivery;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the next delivery of a line and notes a failure in a transaction of its own. */
@ApplicationScoped
class WorkLine {

    private static final Logger log = LoggerFactory.getLogger(WorkLine.class);
    private static final int RACES = 5;

    @Inject
    DeliverInside deliverInside;

    @Inject
    SettleDelivery settleDelivery;

    @Inject
    RelaySettings settings;

    /** Answers whether one was made, so that there may be a next. */
    boolean next(Line line) {
        return TenantScope.call(line.tenantId(), () -> attempt(line));
    }

    private boolean attempt(Line line) {
        for (int race = 1; ; race++) {
            try (Bound bound = new Bound()) {
                try {
                    return deliverInside.first(line, bound);
                } catch (RuntimeException | Error e) {
                    // Errors too: one subscriber with a broken class must not take a worker away from the others.
                    Failure failure = Failure.of(e);
                    if (failure.kind() == Failure.Kind.LOST_RACE && race < RACES) continue;
                    note(bound.delivery().orElse(null), failure, e);
                    return false;
                }
            }
        }
    }

    private void note(@Nullable ClaimedDelivery delivery, Failure failure, Throwable thrown) {
        if (delivery == null) {
            log.warn("relay could not claim; it tries again", thrown);
            return;
        }
        if (failure.kind() == Failure.Kind.NOT_ITS_FAULT) {
            log.warn("delivery waits delivery={} reason={}", delivery.id(), failure.reason());
            return; // still due, so it is found again
        }
        try {
            if (failure.kind() == Failure.Kind.PERMANENT) settleDelivery.dead(delivery.id(), failure.reason());
            else settleDelivery.failed(delivery.id(), failure.reason(), settings.patience());
            if (failure.kind() == Failure.Kind.PERMANENT || failure.kind() == Failure.Kind.UNEXPECTED)
                log.warn("where it failed delivery={}", delivery.id(), failure.trace(thrown));
        } catch (RuntimeException e) {
            // Not counted, then; it is still due and will be found again.
            log.warn("a failed attempt could not be noted delivery={} of={}", delivery.id(), failure.reason(), e);
        }
    }
}
