package io.millrace.outbox;

import io.millrace.Refusal;

/** Only what was given up can be retried; the rest is still on its way or has arrived. */
public class DeliveryNotDead extends Refusal {

    public DeliveryNotDead(Delivery.State state) {
        super(
                Kind.CONFLICT,
                "delivery_not_dead",
                "Only a dead delivery can be retried; this one is " + state.wireName() + ".");
    }
}
