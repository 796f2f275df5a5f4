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

/** Makes one inside delivery: claim, subscriber and "done" in one transaction, so exactly once. */
@ApplicationScoped
class DeliverInside {

    @Inject
    DeliveryQueue queue;

    @Inject
    Subscribers subscribers;

    @Inject
    SettleDelivery settleDelivery;

    /**
     * The line's tenant must be bound.
     *
     * @param bound receives what was claimed, for the caller to know should the commit fail
     * @return whether there was one to make
     */
    @Transactional
    boolean first(Line line, Bound bound) {
        Optional<ClaimedDelivery> claimed = queue.claimFirst(line);
        if (claimed.isEmpty()) return false;
        ClaimedDelivery delivery = claimed.get();
        bound.to(delivery);
        subscriber(delivery.subscriber()).on(delivery.event());
        settleDelivery.done(delivery.id());
        return true;
    }

    private InsideSubscriber subscriber(String name) {
        if (subscribers.named(name) instanceof InsideSubscriber inside) return inside;
        throw new PermanentFailure(name + " is an effect now and was not when this was stored");
    }
}
