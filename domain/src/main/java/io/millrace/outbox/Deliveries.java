package io.millrace.outbox;

import io.millrace.NotFound;
import io.millrace.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All deliveries of the bound tenant, to look at. */
@ApplicationScoped
public class Deliveries {

    private static final String SELECT = """
            SELECT d.id, d.event_id, e.type, e.subject, d.subscriber, d.kind, d.state, d.attempts, d.last_error,
                   d.created_at, d.settled_at, d.note
            FROM event_delivery d JOIN event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
            """;

    @Inject
    Rows rows;

    /**
     * By their events, the newest first: the order of ids made in one transaction by several nodes means nothing.
     *
     * @param state null for all
     * @param after the id of the delivery after which the page begins; null for the first page
     */
    @Transactional
    public Page<Delivery> page(Delivery.@Nullable State state, @Nullable UUID after, int limit) {
        List<Delivery> found = rows.query(
                Deliveries::delivery,
                SELECT + """
                WHERE (?::text IS NULL OR d.state = ?)
                  AND (?::uuid IS NULL OR (d.event_id, d.subscriber) <
                        (SELECT last.event_id, last.subscriber FROM event_delivery last WHERE last.id = ?))
                ORDER BY d.event_id DESC, d.subscriber DESC LIMIT ?""",
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                after,
                after,
                limit + 1);
        return Page.of(found, limit, Delivery::id);
    }

    @Transactional
    public Delivery require(UUID id) {
        return rows.query(Deliveries::delivery, SELECT + "WHERE d.id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("delivery"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Timestamp settled = row.getTimestamp(11);
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Delivery.State.valueOf(row.getString(7)),
                row.getInt(8),
                row.getString(9),
                row.getString(12),
                row.getTimestamp(10).toInstant(),
                settled == null ? null : settled.toInstant());
    }
}
