package io.millrace.schedule;

import io.millrace.outbox.Rows;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When each schedule of every tenant is due, for whoever starts them. */
@ApplicationScoped
public class DueSchedules {

    @Inject
    Rows rows;

    /** Of all tenants, the longest due first; needs no tenant and locks nothing. */
    public List<DueSchedule> at(Instant now, int limit) {
        return rows.query(
                row -> new DueSchedule(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                "SELECT tenant_id, schedule_id FROM schedule_dispatch WHERE due_at <= ? ORDER BY due_at LIMIT ?",
                Timestamp.from(now),
                limit);
    }

    /** Until the transaction ends; false when it is not due, is gone, or is in somebody else's hands. */
    boolean claim(UUID scheduleId, Instant now) {
        return !rows.query(row -> true, """
                        SELECT schedule_id FROM schedule_dispatch
                        WHERE tenant_id = ? AND schedule_id = ? AND due_at <= ?
                        FOR UPDATE SKIP LOCKED""", TenantScope.current(), scheduleId, Timestamp.from(now))
                .isEmpty();
    }

    /** Until it is in nobody else's hands, and then keeps it until the transaction ends. */
    void await(UUID scheduleId) {
        rows.query(
                row -> true,
                "SELECT schedule_id FROM schedule_dispatch WHERE tenant_id = ? AND schedule_id = ? FOR UPDATE",
                TenantScope.current(),
                scheduleId);
    }

    /** For the first time or again; a schedule that is deleted takes it along. */
    void due(Schedule schedule) {
        rows.update(
                """
                INSERT INTO schedule_dispatch (tenant_id, schedule_id, due_at, failing) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, schedule_id)
                DO UPDATE SET due_at = excluded.due_at, failing = excluded.failing""", schedule.tenantId(), schedule.id(), Timestamp.from(schedule.nextDueAt()), schedule.isFailing());
    }

    /** So that of two that are made at once the second counts the first; until the transaction ends. */
    void lockCount() {
        rows.query(
                row -> true,
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                TenantScope.current() + "\nschedules");
    }
}
