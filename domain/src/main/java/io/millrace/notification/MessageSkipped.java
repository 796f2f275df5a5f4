package io.millrace.notification;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An e-mail was not sent, because what it says is not true any more or its recipient must not know it any more. */
public record MessageSkipped(UUID messageId, String reason) implements DomainEvent {

    @Override
    public String subject() {
        return messageId.toString();
    }
}
