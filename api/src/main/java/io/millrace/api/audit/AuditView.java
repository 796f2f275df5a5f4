package io.millrace.api.audit;

import io.millrace.api.identity.MemberRef;
import io.millrace.audit.AuditEntry;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail; without an actor, a process or a job did it.
 *
 * @param subjectType what {@code subject} is the id of: an approval, a membership, a task, a tenant, a delivery, a
 *     key, a process or a decision (a version of a model), an instance
 * @param apiKeyId what the actor's program came in with; without it the actor came in person
 * @param askedGroup who may decide from now on
 */
public record AuditView(
        UUID id,
        Instant at,
        String action,
        String subjectType,
        UUID subject,
        @Nullable MemberRef actor,
        @Nullable UUID apiKeyId,
        @Nullable MemberRef onBehalfOf,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable String askedGroup,
        @Nullable String decision,
        @Nullable String comment) {

    public static AuditView of(AuditEntry entry, Function<@Nullable UUID, @Nullable MemberRef> names) {
        return new AuditView(
                entry.id(),
                entry.at(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                names.apply(entry.actorId()),
                entry.apiKeyId(),
                names.apply(entry.onBehalfOf()),
                entry.fromState(),
                entry.toState(),
                entry.askedGroup(),
                entry.decision(),
                entry.comment());
    }
}
