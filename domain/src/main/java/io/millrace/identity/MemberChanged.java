package io.millrace.identity;

import io.millrace.outbox.DomainEvent;
import java.util.List;
import java.util.UUID;

/** A member was suspended or let in again, or decides in other groups than before. */
public record MemberChanged(UUID memberId, String state, List<String> groups) implements DomainEvent {

    @Override
    public String subject() {
        return memberId.toString();
    }
}
