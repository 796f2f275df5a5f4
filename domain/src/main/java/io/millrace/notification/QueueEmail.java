package io.millrace.notification;

import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Queues an e-mail, once per cause and recipient. */
@ApplicationScoped
public class QueueEmail {

    @Inject
    EmailMessages messages;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @param cause what the mail is sent for, such as an event's id; a second call with the same cause,
     *     template and recipient does nothing, and of two at the same moment one fails
     */
    @Transactional
    public void queue(UUID cause, String template, UUID recipientId, Map<String, String> model) {
        if (messages.isQueued(cause, template, recipientId)) return;
        add(new EmailMessage(cause, template, recipientId, model, clock.instant()));
    }

    /**
     * To somebody who is no member.
     *
     * @param cause used once for it
     */
    @Transactional
    void queueTo(UUID cause, String template, String address, Map<String, String> model) {
        // In the model, which is kept only while it may be sent.
        Map<String, String> addressed = new HashMap<>(model);
        addressed.put(QueuedEmail.ADDRESS, address);
        add(new EmailMessage(cause, template, null, addressed, clock.instant()));
    }

    private void add(EmailMessage message) {
        messages.add(message);
        outbox.add(new MessageQueued(message.id()));
    }
}
