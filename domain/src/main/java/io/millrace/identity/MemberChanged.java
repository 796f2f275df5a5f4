package io.millrace.identity;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member was suspended or let in again, or decides in other groups than before.
 *
 * @param changedBy who did it; not in what was stored before it was noted
 */
@Words("A member was suspended or let in again, or decides in other groups than before.")
public record MemberChanged(
        @Words("the member") UUID memberId,
        @Words("active or suspended, from now on") String state,

        @Words("the groups in which they decide from now on")
        List<String> groups,

        @Words("the member who changed it") @Nullable UUID changedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return memberId.toString();
    }
}
