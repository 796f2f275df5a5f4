package io.millrace.notification;

import io.millrace.outbox.Outbox;
import io.millrace.outbox.SettleDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Notes what became of an e-mail; the first outcome counts, unless it was given up. */
@ApplicationScoped
public class RecordEmail {

    @Inject
    EmailMessages messages;

    @Inject
    Outbox outbox;

    @Inject
    SettleDelivery settleDelivery;

    @Inject
    Clock clock;

    @Transactional
    public void sent(UUID id) {
        EmailMessage message = messages.require(id);
        if (message.isSettled()) return;
        message.settle(EmailMessage.State.SENT, null, clock.instant());
        outbox.add(new MessageSent(id));
    }

    /** @param reason the server's words, without the address */
    @Transactional
    public void bounced(UUID id, String reason) {
        EmailMessage message = messages.require(id);
        if (message.isSettled()) return;
        message.settle(EmailMessage.State.BOUNCED, reason, clock.instant());
        outbox.add(new MessageBounced(id, reason));
    }

    /**
     * It is not needed any more; its delivery is done with that.
     *
     * @param reason for operators, without names
     */
    @Transactional
    public void skipped(UUID id, String reason, UUID deliveryId) {
        EmailMessage message = messages.require(id);
        if (message.isSettled()) return;
        message.settle(EmailMessage.State.SKIPPED, reason, clock.instant());
        outbox.add(new MessageSkipped(id, reason));
        settleDelivery.done(deliveryId, "skipped: " + reason);
    }

    /**
     * It was given up, until an operator retries its delivery.
     *
     * @param reason for operators, without the address
     */
    @Transactional
    public void failed(UUID id, String reason) {
        messages.find(id)
                .ifPresent(
                        message -> message.settle(EmailMessage.State.FAILED, "given up: " + reason, clock.instant()));
    }

    /** It gets another round of attempts. */
    @Transactional
    public void queuedAgain(UUID id) {
        messages.find(id).ifPresent(EmailMessage::queueAgain);
    }
}
