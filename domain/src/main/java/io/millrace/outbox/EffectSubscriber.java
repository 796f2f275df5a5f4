package io.millrace.outbox;

import java.util.UUID;

/**
 * Touches the world outside. Runs as a job, bound to the event's tenant but outside any transaction, at
 * least once: check the state, act with the delivery id as idempotency key, record the outcome.
 */
public interface EffectSubscriber extends Subscriber {

    /** @throws PermanentFailure when trying again can never help */
    void on(Event event, UUID deliveryId);
}
