package io.millrace.jobs.notification;

import io.millrace.notification.AddressRejected;
import io.millrace.notification.MailSender;
import io.millrace.notification.MessageQueued;
import io.millrace.notification.QueuedEmail;
import io.millrace.notification.QueuedEmails;
import io.millrace.notification.RecordEmail;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.EffectSubscriber;
import io.millrace.outbox.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one queued e-mail to the mail server, unless it says nothing true any more. */
@ApplicationScoped
public class SendEmail implements EffectSubscriber {

    public static final String NAME = "SendEmail";

    private static final Logger log = LoggerFactory.getLogger(SendEmail.class);

    @Inject
    QueuedEmails queuedEmails;

    @Inject
    ComposeEmail composeEmail;

    @Inject
    MailSender mailSender;

    @Inject
    RecordEmail recordEmail;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> types() {
        return Set.of(DomainEvent.typeOf(MessageQueued.class));
    }

    @Override
    public boolean on(Event event, UUID deliveryId) {
        UUID messageId = event.as(MessageQueued.class).messageId();
        Optional<QueuedEmail> queued = queuedEmails.find(messageId);
        if (queued.isEmpty()) return false; // settled by another attempt
        Optional<String> objection = queuedEmails.objection(queued.get());
        if (objection.isPresent()) skip(messageId, objection.get(), deliveryId);
        else send(queued.get(), deliveryId);
        return objection.isEmpty();
    }

    private void skip(UUID messageId, String reason, UUID deliveryId) {
        recordEmail.skipped(messageId, reason, deliveryId);
        log.info("email skipped message={} reason={}", messageId, reason);
    }

    private void send(QueuedEmail queued, UUID deliveryId) {
        UUID messageId = queued.id();
        try {
            mailSender.send(composeEmail.compose(queued, deliveryId));
            // A crash right here sends twice. The Message-ID is the delivery id, so most servers fold the pair.
            recordEmail.sent(messageId);
        } catch (AddressRejected e) {
            recordEmail.bounced(messageId, e.reason());
            log.info("email bounced message={} reason={}", messageId, e.reason());
        }
    }

    @Override
    public void onGivenUp(Event event, String reason) {
        recordEmail.failed(event.as(MessageQueued.class).messageId(), reason);
    }

    @Override
    public void onRetried(Event event) {
        recordEmail.queuedAgain(event.as(MessageQueued.class).messageId());
    }
}
