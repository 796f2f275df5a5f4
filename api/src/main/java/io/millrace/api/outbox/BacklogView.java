package io.millrace.api.outbox;

import io.millrace.outbox.Backlog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many deliveries a tenant waits for. */
record BacklogView(
        String tenant, long open, long dead, @Nullable Instant oldestDueAt) {

    static BacklogView of(Backlog backlog) {
        return new BacklogView(backlog.tenant(), backlog.open(), backlog.dead(), backlog.oldestDueAt());
    }
}
