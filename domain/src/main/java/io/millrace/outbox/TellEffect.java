package io.millrace.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;

/** Tells an effect what becomes of its delivery, inside the transaction that decides it. */
@ApplicationScoped
class TellEffect {

    @Inject
    Subscribers subscribers;

    void givenUp(ClaimedDelivery delivery, String reason) {
        tell(delivery, (effect, event) -> effect.onGivenUp(event, reason));
    }

    void retried(ClaimedDelivery delivery) {
        tell(delivery, EffectSubscriber::onRetried);
    }

    /** One that a release has removed hears nothing, and that must not keep its deliveries from ending. */
    private void tell(ClaimedDelivery delivery, BiConsumer<EffectSubscriber, Event> what) {
        if (subscribers.find(delivery.subscriber()).orElse(null) instanceof EffectSubscriber effect) {
            what.accept(effect, delivery.event());
        }
    }
}
