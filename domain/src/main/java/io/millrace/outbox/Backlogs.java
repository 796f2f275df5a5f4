package io.millrace.outbox;

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

/** The backlogs of all tenants, from the dispatch table alone: numbers, none of what is delivered. */
@ApplicationScoped
public class Backlogs {

    @Inject
    Rows rows;

    /**
     * The newest tenants first; those without any backlog are left out.
     *
     * @param after a tenant's id
     */
    @Transactional
    public Page<Backlog> page(@Nullable UUID after, int limit) {
        List<Backlog> found = rows.query(Backlogs::backlog, """
                SELECT t.id, t.slug, count(*) FILTER (WHERE NOT d.dead), count(*) FILTER (WHERE d.dead),
                       min(d.due_at) FILTER (WHERE NOT d.dead)
                FROM delivery_dispatch d JOIN tenant t ON t.id = d.tenant_id
                WHERE ?::uuid IS NULL OR t.id < ?
                GROUP BY t.id, t.slug ORDER BY t.id DESC LIMIT ?""", after, after, limit + 1);
        return Page.of(found, limit, Backlog::tenantId);
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        Timestamp oldest = row.getTimestamp(5);
        return new Backlog(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                oldest == null ? null : oldest.toInstant());
    }
}
