package io.millrace.notification;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** The mail server refused the address for good. */
public record MessageBounced(UUID messageId, String reason) implements DomainEvent {

    @Override
    public String subject() {
        return messageId.toString();
    }
}
