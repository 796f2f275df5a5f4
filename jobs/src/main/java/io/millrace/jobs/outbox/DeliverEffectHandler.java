package io.millrace.jobs.outbox;

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
    EffectLanes lanes;

    @Inject
    RelaySettings settings;

    @Override
    public void run(DeliverEffect request) {
        TenantScope.run(request.tenantId(), () -> deliver(request.deliveryId()));
    }

    private void deliver(UUID id) {
        Optional<ClaimedDelivery> open = queue.findOpen(id);
        if (open.isEmpty()) return; // another attempt made it
        EffectLane lane = lanes.of(open.get().subscriber());
        try (Bound bound = new Bound()) {
            bound.to(open.get());
            if (lane.isPausing()) settleDelivery.notTried(id, "waits until the far end answers again");
            else make(open.get(), lane);
        } finally {
            lanes.ended(lane, id);
        }
    }

    private void make(ClaimedDelivery delivery, EffectLane lane) {
        long begun = System.nanoTime();
        try {
            boolean asked = subscriber(delivery.subscriber()).on(delivery.event(), delivery.id());
            if (asked) lane.answered();
        } catch (RuntimeException | Error e) {
            Failure failure = Failure.of(e);
            if (failure.kind() == Failure.Kind.NOT_ITS_FAULT && lane.unanswered(begun)) wait(delivery, failure);
            else failed(delivery, lane, failure, e);
            return;
        }
        settleDelivery.done(delivery.id());
    }

    private void wait(ClaimedDelivery delivery, Failure failure) {
        settleDelivery.notTried(delivery.id(), failure.reason());
        log.warn("far end is away effect={} reason={}; its deliveries wait", delivery.subscriber(), failure.reason());
    }

    /** Pauses and the last attempt are ours to say, not the job server's: its rows are not the truth. */
    private void failed(ClaimedDelivery delivery, EffectLane lane, Failure failure, Throwable thrown) {
        if (failure.kind() == Failure.Kind.EXPECTED) lane.answered();
        if (failure.kind() == Failure.Kind.PERMANENT) settleDelivery.dead(delivery.id(), failure.reason());
        else if (!settleDelivery.failed(delivery.id(), failure.reason(), settings.effectPatience())) {
            if (failure.kind() == Failure.Kind.UNEXPECTED)
                log.warn("where it failed delivery={}", delivery.id(), failure.trace(thrown));
            return; // with a new job, when its pause is over
        }
        log.warn("effect given up delivery={}", delivery.id(), failure.trace(thrown));
        throw new EffectFailed(failure.reason());
    }

    private EffectSubscriber subscriber(String name) {
        if (subscribers.named(name) instanceof EffectSubscriber effect) return effect;
        throw new PermanentFailure(name + " is no effect any more and was one when this was stored");
    }
}
