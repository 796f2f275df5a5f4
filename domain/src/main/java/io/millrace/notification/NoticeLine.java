package io.millrace.notification;

import io.millrace.outbox.Rows;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who waits until the processes of the bound tenant may mail again, the oldest first. */
@ApplicationScoped
class NoticeLine {

    /** Behind everybody. */
    static final long END = Long.MAX_VALUE;

    /** Whoever has not come back by then is not waited for: its process may have been cancelled. Its place is kept. */
    private static final Duration LATEST = Duration.ofMinutes(5);

    private static final Duration FORGOTTEN = Duration.ofDays(7);

    @Inject
    Rows rows;

    /** Its place, by which others stand before or behind it; the end when it is not in the line, or nobody. */
    long placeOf(@Nullable String waiter) {
        return rows
                .query(
                        row -> row.getLong(1),
                        "SELECT seq FROM notice_line WHERE tenant_id = ? AND waiter = ?",
                        TenantScope.current(),
                        waiter)
                .stream()
                .findFirst()
                .orElse(END);
    }

    /** How many mails those have to send who stand before the place. */
    long mailsBefore(long place, Instant now) {
        return rows.query(
                        row -> row.getLong(1),
                        "SELECT coalesce(sum(mails), 0) FROM notice_line"
                                + " WHERE tenant_id = ? AND seq < ? AND again_at > ?",
                        TenantScope.current(),
                        place,
                        Timestamp.from(now.minus(LATEST)))
                .get(0);
    }

    /** At the end of the line, or where it stands already. */
    void wait(String waiter, int mails, Instant now, Instant again) {
        rows.update(
                "DELETE FROM notice_line WHERE tenant_id = ? AND again_at < ?",
                TenantScope.current(),
                Timestamp.from(now.minus(FORGOTTEN)));
        rows.update("""
                INSERT INTO notice_line (tenant_id, waiter, mails, again_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, waiter) DO UPDATE SET mails = EXCLUDED.mails, again_at = EXCLUDED.again_at""", TenantScope.current(), waiter, mails, Timestamp.from(again));
    }

    void leave(String waiter) {
        rows.update("DELETE FROM notice_line WHERE tenant_id = ? AND waiter = ?", TenantScope.current(), waiter);
    }
}
