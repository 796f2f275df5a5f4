package io.millrace.notification;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An e-mail waits to be sent. */
@Words("An e-mail waits to be sent.")
public record MessageQueued(@Words("the e-mail") UUID messageId) implements DomainEvent {

    @Override
    public String subject() {
        return messageId.toString();
    }
}
