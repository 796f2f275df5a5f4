package io.millrace.identity;

import io.millrace.outbox.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member was suspended or let in again, or decides in other groups than before.
 *
 * @param changedBy who did it; not in what was stored before it was noted
 */
public record MemberChanged(
        UUID memberId,
        String state,
        List<String> groups,
        @Nullable UUID changedBy) implements DomainEvent {

    @Override
    public String subject() {
        return memberId.toString();
    }
}
