package io.millrace.notification;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** The mail server refused the address for good. */
@Words("The mail server refused an address for good.")
public record MessageBounced(
        @Words("the e-mail") UUID messageId,
        @Words("what the server said") String reason) implements DomainEvent {

    @Override
    public String subject() {
        return messageId.toString();
    }
}
