package io.millrace.api.approval;

import io.millrace.api.identity.MemberRef;
import io.millrace.audit.AuditEntry;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One line of the trail; without an actor, a process or a job did it. */
record AuditView(
        Instant at,
        String action,
        @Nullable MemberRef actor,
        @Nullable MemberRef onBehalfOf,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable String comment) {

    static AuditView of(AuditEntry entry, Function<@Nullable UUID, @Nullable MemberRef> names) {
        return new AuditView(
                entry.at(),
                entry.action(),
                names.apply(entry.actorId()),
                names.apply(entry.onBehalfOf()),
                entry.fromState(),
                entry.toState(),
                entry.comment());
    }
}
