package io.millrace.notification;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** The mail server took an e-mail. */
@Words("The mail server took an e-mail.")
public record MessageSent(@Words("the e-mail") UUID messageId) implements DomainEvent {

    @Override
    public String subject() {
        return messageId.toString();
    }
}
