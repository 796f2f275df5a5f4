package io.millrace.notification;

import io.millrace.Ids;
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
     *     template and recipient does nothing
     */
    @Transactional
    public void queue(UUID cause, String template, UUID recipientId, Map<String, String> model) {
        UUID id = Ids.derived(cause, template, recipientId);
        if (messages.find(id).isPresent()) return;
        messages.add(new EmailMessage(id, template, recipientId, model, clock.instant()));
        outbox.add(new MessageQueued(id));
    }
}
