package io.millrace.notification;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An e-mail was not sent, because what it says is not true any more or its recipient must not know it any more. */
@Words("An e-mail was not sent: what it says is not true any more, or its recipient must not know it any more.")
public record MessageSkipped(
        @Words("the e-mail") UUID messageId,
        @Words("why not") String reason) implements DomainEvent {

    @Override
    public String subject() {
        return messageId.toString();
    }
}
