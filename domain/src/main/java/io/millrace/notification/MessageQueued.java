package io.millrace.notification;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An e-mail waits to be sent. */
public record MessageQueued(UUID messageId) implements DomainEvent {

    @Override
    public String subject() {
        return messageId.toString();
    }
}
