package io.millrace.jobs.outbox;

import io.millrace.LostRace;
import io.millrace.outbox.ClaimedDelivery;
import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.EffectSubscriber;
import io.millrace.outbox.Failure;
import io.millrace.outbox.PermanentFailure;
import io.millrace.outbox.SettleDelivery;
import io.millrace.outbox.Subscribers;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one effect's delivery, outside any transaction: whoever touches the world holds no locks meanwhile. */
@ApplicationScoped
public class DeliverEffectHandler implements JobRequestHandler<DeliverEffect> {

    private static final Logger log = LoggerFactory.getLogger(DeliverEffectHandler.class);

    @Inject
    DeliveryQueue queue;

    @Inject
    Subscribers subscribers;

    @Inject
    SettleDelivery settleDelivery;

    @Inject
    RelaySettings settings;

    @Override
    public void run(DeliverEffect request) {
        TenantScope.run(request.tenantId(), () -> deliver(request.deliveryId()));
    }

    private void deliver(UUID id) {
        Optional<ClaimedDelivery> open = queue.findOpen(id);
        if (open.isEmpty()) return; // another attempt made it
        try (Bound bound = new Bound()) {
            bound.to(open.get());
            make(open.get());
        }
    }

    private void make(ClaimedDelivery delivery) {
        try {
            subscriber(delivery.subscriber()).on(delivery.event(), delivery.id());
        } catch (RuntimeException | Error e) {
            throw failed(delivery.id(), Failure.of(e), e);
        }
        settleDelivery.done(delivery.id());
    }

    /** Whether it was the last attempt is ours to say, not the job server's: its rows are not the truth. */
    private EffectFailed failed(UUID id, Failure failure, Throwable thrown) {
        int attempt = failure.kind() == Failure.Kind.PERMANENT ? 0 : settleDelivery.failedAsJob(id, failure.reason());
        boolean last = failure.kind() == Failure.Kind.PERMANENT || attempt > settings.effectRetries;
        if (last) settleDelivery.dead(id, failure.reason());
        if (last) log.warn("effect given up delivery={}", id, failure.trace(thrown));
        else if (LostRace.isBehind(thrown))
            log.info("effect lost a race delivery={} attempt={}; it is tried again", id, attempt);
        else if (failure.kind() == Failure.Kind.UNEXPECTED)
            log.warn("effect failed delivery={} attempt={}; it is tried again", id, attempt, failure.trace(thrown));
        else
            log.warn(
                    "effect failed delivery={} attempt={} reason={}; it is tried again", id, attempt, failure.reason());
        return new EffectFailed(failure.reason(), last);
    }

    private EffectSubscriber subscriber(String name) {
        if (subscribers.named(name) instanceof EffectSubscriber effect) return effect;
        throw new PermanentFailure(name + " is no effect any more and was one when this was stored");
    }
}
