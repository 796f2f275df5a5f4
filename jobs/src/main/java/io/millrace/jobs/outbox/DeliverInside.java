package io.millrace.jobs.outbox;

import io.millrace.outbox.ClaimedDelivery;
import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.InsideSubscriber;
import io.millrace.outbox.Line;
import io.millrace.outbox.PermanentFailure;
import io.millrace.outbox.SettleDelivery;
import io.millrace.outbox.Subscribers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes one inside delivery: claim, subscriber and "done" in one transaction, so exactly once. */
@ApplicationScoped
public class DeliverInside {

    @Inject
    DeliveryQueue queue;

    @Inject
    Subscribers subscribers;

    @Inject
    SettleDelivery settleDelivery;

    /**
     * The line's tenant must be bound.
     *
     * @param mine receives what was claimed, for the caller to know should the commit fail
     * @return whether there was one to make
     */
    @Transactional
    public boolean first(Line line, AtomicReference<@Nullable ClaimedDelivery> mine) {
        Optional<ClaimedDelivery> claimed = queue.claimFirst(line);
        if (claimed.isEmpty()) return false;
        ClaimedDelivery delivery = claimed.get();
        mine.set(delivery);
        try (Bound ignored = Bound.to(delivery.event())) {
            subscriber(delivery.subscriber()).on(delivery.event());
        }
        settleDelivery.done(delivery.id());
        return true;
    }

    private InsideSubscriber subscriber(String name) {
        if (subscribers.named(name) instanceof InsideSubscriber inside) return inside;
        throw new PermanentFailure(name + " is an effect now and was not when this was stored");
    }
}
