package io.millrace.notification;

import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Queues an e-mail to a member, once per cause and recipient. */
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
        EmailMessage message = new EmailMessage(cause, template, recipientId, model, clock.instant());
        messages.add(message);
        outbox.add(new MessageQueued(message.id()));
    }
}
