package io.millrace.correlation;

import io.millrace.outbox.Event;
import io.millrace.outbox.Rows;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The events of the bound tenant that found nobody yet; every call runs in the caller's transaction. */
@ApplicationScoped
public class WaitingMessages {

    @Inject
    Rows rows;

    /**
     * Until the transaction ends. Before an event looks for who waits, and before who begins to wait looks here: the
     * second of the two then sees what the first has committed.
     */
    public void lock(String type, String subject) {
        rows.query(
                row -> true,
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                TenantScope.current() + "\n" + type + "\n" + subject);
    }

    /**
     * A second time changes nothing.
     *
     * @param roots the outermost process instances that it is kept for; none when it is for whoever comes by
     */
    public void keep(Event event, Instant until, Collection<String> roots) {
        rows.update(
                """
                INSERT INTO waiting_message (tenant_id, event_id, type, subject, data, expires_at, kept_for)
                VALUES (?, ?, ?, ?, ?::jsonb, ?, ?::text[]) ON CONFLICT DO NOTHING""",
                event.tenantId(),
                event.id(),
                event.type(),
                event.subject(),
                event.data(),
                Timestamp.from(until),
                roots.isEmpty() ? null : "{" + String.join(",", roots) + "}");
    }

    /** Of one that is kept: these process instances have got it already. */
    public void taken(UUID eventId, Collection<String> processInstanceIds) {
        processInstanceIds.forEach(id -> rows.update("""
                INSERT INTO waiting_message_taken (tenant_id, event_id, process_instance_id) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING""", TenantScope.current(), eventId, id));
    }

    /**
     * The oldest that this process instance may take and has not taken yet; now it has.
     *
     * @param root the outermost of those that called it, itself if none did
     */
    public Optional<WaitingMessage> take(
            String type, String subject, String processInstanceId, String root, Instant now) {
        UUID tenant = TenantScope.current();
        return rows
                .query(
                        row -> new WaitingMessage(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)),
                        """
                        WITH next AS (
                          SELECT m.event_id, m.data FROM waiting_message m
                          WHERE m.tenant_id = ? AND m.type = ? AND m.subject = ? AND m.expires_at > ?
                            AND (m.kept_for IS NULL OR ? = ANY (m.kept_for))
                            AND NOT EXISTS (SELECT FROM waiting_message_taken t
                                            WHERE t.tenant_id = m.tenant_id AND t.event_id = m.event_id
                                              AND t.process_instance_id = ?)
                          ORDER BY m.event_id
                          LIMIT 1
                          -- One that somebody is just forgetting, whose clock is ahead of ours, is gone.
                          FOR SHARE OF m SKIP LOCKED),
                        taken AS (
                          INSERT INTO waiting_message_taken (tenant_id, event_id, process_instance_id)
                          SELECT ?, event_id, ? FROM next)
                        SELECT n.event_id, n.data, e.hops FROM next n
                        JOIN event e ON e.tenant_id = ? AND e.id = n.event_id""",
                        tenant,
                        type,
                        subject,
                        Timestamp.from(now),
                        root,
                        processInstanceId,
                        tenant,
                        processInstanceId,
                        tenant)
                .stream()
                .findFirst();
    }

    /** Forgets those whose time is over, so many at most. */
    List<Expired> expire(Instant now, int limit) {
        UUID tenant = TenantScope.current();
        return rows.query(
                row -> new Expired(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)),
                """
                DELETE FROM waiting_message m
                USING (SELECT event_id FROM waiting_message
                       WHERE tenant_id = ? AND expires_at <= ?
                       ORDER BY expires_at LIMIT ?
                       FOR UPDATE SKIP LOCKED) over
                WHERE m.tenant_id = ? AND m.event_id = over.event_id
                RETURNING m.event_id, m.type, m.subject,
                  EXISTS (SELECT FROM waiting_message_taken t
                          WHERE t.tenant_id = m.tenant_id AND t.event_id = m.event_id)""",
                tenant,
                Timestamp.from(now),
                limit,
                tenant);
    }

    /** @param taken whether anybody came by in time */
    record Expired(UUID eventId, String type, String subject, boolean taken) {}
}
