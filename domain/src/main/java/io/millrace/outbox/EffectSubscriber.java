package io.millrace.outbox;

import java.util.UUID;

/**
 * Touches the world outside, or works for longer than a transaction should last. Runs as a job, bound to the event's
 * tenant but outside any transaction, at least once: check the state, act with the delivery id as idempotency key,
 * record the outcome.
 */
public interface EffectSubscriber extends Subscriber {

    /**
     * @return whether what it talks to was asked, and so has answered; true where there is nothing to ask
     * @throws PermanentFailure when trying again can never help
     * @throws FarEndAway when nobody answered, which is not this delivery's fault
     */
    boolean on(Event event, UUID deliveryId);

    /**
     * Notes in our database that this delivery was given up, in one transaction with it: if this fails, the
     * delivery stays open and is tried again.
     *
     * @param reason for operators, without values
     */
    default void onGivenUp(Event event, String reason) {}

    /** Notes in our database that an operator gives this delivery another round, in one transaction with it. */
    default void onRetried(Event event) {}
}
