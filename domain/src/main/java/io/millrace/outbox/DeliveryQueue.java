package io.millrace.outbox;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is due and claims it. Due times are the database's clock throughout, so that the nodes'
 * clocks need not agree and a tenant's test clock changes nothing.
 */
@ApplicationScoped
public class DeliveryQueue {

    private static final String EVENT =
            "e.id, e.tenant_id, e.type, e.subject, e.occurred_at, e.data, e.traceparent, e.caused_by, e.hops";

    @Inject
    Rows rows;

    /** Lines whose first open delivery is due, oldest first; a hint only, so it needs no tenant and locks nothing. */
    public List<Line> dueLines(int limit) {
        return rows.query(
                row -> new Line(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
                """
                SELECT d.tenant_id, d.subscriber, d.subject_id
                FROM delivery_dispatch d
                WHERE d.kind = 'INSIDE' AND NOT d.dead AND d.due_at <= now()
                  AND NOT EXISTS (
                    SELECT 1 FROM delivery_dispatch earlier
                    WHERE earlier.tenant_id = d.tenant_id AND earlier.subscriber = d.subscriber
                      AND earlier.subject_id = d.subject_id AND earlier.kind = 'INSIDE' AND earlier.seq < d.seq)
                ORDER BY d.due_at
                LIMIT ?""",
                limit);
    }

    /**
     * Locks the first open delivery of a line until the transaction ends; the line's tenant must be bound.
     * Empty when it is not due, is dead, or is being made by somebody else.
     *
     * <p>Why a successor can never overtake: its row is claimable only for a statement that no longer sees
     * the first one, which is after the transaction that made the first has committed. Numbers of a subject
     * follow its commits, so no smaller one appears later. SKIP LOCKED must not choose the next row instead,
     * hence {@code min(seq)} and not ORDER BY … LIMIT 1.
     */
    public Optional<ClaimedDelivery> claimFirst(Line line) {
        return rows
                .query(
                        DeliveryQueue::claimed,
                        "SELECT d.delivery_id, d.subscriber, " + EVENT + """

                FROM delivery_dispatch d
                JOIN event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
                WHERE d.tenant_id = ? AND d.subscriber = ? AND d.subject_id = ?
                  AND d.kind = 'INSIDE' AND NOT d.dead AND d.due_at <= now()
                  AND d.seq = (
                    SELECT min(first.seq) FROM delivery_dispatch first
                    WHERE first.tenant_id = ? AND first.subscriber = ? AND first.subject_id = ?
                      AND first.kind = 'INSIDE')
                FOR UPDATE OF d SKIP LOCKED""",
                        line.tenantId(),
                        line.subscriber(),
                        line.subjectId(),
                        line.tenantId(),
                        line.subscriber(),
                        line.subjectId())
                .stream()
                .findFirst();
    }

    /** An effect's delivery if it is still open; its tenant must be bound. */
    @Transactional
    public Optional<ClaimedDelivery> findOpen(UUID deliveryId) {
        return rows.query(DeliveryQueue::claimed, "SELECT d.id, d.subscriber, " + EVENT + """

                FROM event_delivery d
                JOIN event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
                WHERE d.id = ? AND d.state = 'OPEN'""", deliveryId).stream()
                .findFirst();
    }

    /** Which of several due effects come first. */
    public enum First {
        /** So that they are made in the order in which they were asked for. */
        OLDEST("delivery_id"),
        /** So that one that always fails does not keep all others from being tried. */
        LONGEST_DUE("due_at");

        private final String column;

        First(String column) {
            this.column = column;
        }
    }

    /** The names of the effects that something is due for; a hint only. */
    public List<String> dueEffects() {
        return rows.query(
                row -> row.getString(1),
                "SELECT DISTINCT subscriber FROM delivery_dispatch WHERE kind = 'EFFECT' AND NOT dead AND due_at <= now()");
    }

    /**
     * Takes due deliveries of one effect for ourselves for a while, so that two nodes rarely hand over the same ones;
     * if they do, the job's id makes it one.
     */
    public List<DueEffect> leaseEffects(String subscriber, First first, int limit, Duration lease) {
        List<DueEffect> leased = rows.query(
                row -> new DueEffect(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, UUID.class)),
                """
                UPDATE delivery_dispatch d
                SET due_at = now() + ? * interval '1 millisecond'
                FROM (SELECT tenant_id, delivery_id FROM delivery_dispatch
                      WHERE kind = 'EFFECT' AND subscriber = ? AND NOT dead AND due_at <= now()
                      ORDER BY %s
                      LIMIT ?
                      FOR UPDATE SKIP LOCKED) due
                WHERE d.tenant_id = due.tenant_id AND d.delivery_id = due.delivery_id
                RETURNING d.tenant_id, d.delivery_id, d.subscriber, d.job_id""".formatted(first.column),
                lease.toMillis(),
                subscriber,
                limit);
        // An update answers in no order. As text, because Java compares ids as signed numbers.
        return leased.stream()
                .sorted(Comparator.comparing(effect -> effect.deliveryId().toString()))
                .toList();
    }

    /**
     * Notes the jobs that effects were handed over as, and when to look whether they got lost; but not of one whose
     * job was so quick that it has been put off already.
     */
    public void handedOver(Map<DueEffect, UUID> jobs, Duration lookAgainIn) {
        rows.update(
                """
                UPDATE delivery_dispatch d SET job_id = h.job_id, due_at = now() + ? * interval '1 millisecond'
                FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) AS h (tenant_id, delivery_id, job_id, before)
                WHERE d.tenant_id = h.tenant_id AND d.delivery_id = h.delivery_id
                  AND d.job_id IS NOT DISTINCT FROM h.before""",
                lookAgainIn.toMillis(),
                array(jobs.keySet().stream().map(DueEffect::tenantId)),
                array(jobs.keySet().stream().map(DueEffect::deliveryId)),
                array(jobs.values().stream()),
                array(jobs.keySet().stream().map(DueEffect::jobId)));
    }

    /**
     * Lets those be due whose job has ended though they are open, and as another job; none that has got another one
     * since, or is settled.
     */
    public void anotherJob(Collection<DueEffect> effects) {
        rows.update(
                """
                UPDATE delivery_dispatch d SET job_id = gen_random_uuid(), due_at = now()
                FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS h (tenant_id, delivery_id, job_id)
                WHERE d.tenant_id = h.tenant_id AND d.delivery_id = h.delivery_id AND d.job_id = h.job_id""",
                array(effects.stream().map(DueEffect::tenantId)),
                array(effects.stream().map(DueEffect::deliveryId)),
                array(effects.stream().map(DueEffect::jobId)));
    }

    /** Of those that were handed over, the ones whose jobs have not come to an end, as far as we have been told. */
    public Set<UUID> stillHandedOver(Map<DueEffect, UUID> jobs) {
        return Set.copyOf(rows.query(
                row -> row.getObject(1, UUID.class),
                """
                SELECT d.delivery_id FROM delivery_dispatch d
                JOIN unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS h (tenant_id, delivery_id, job_id)
                  ON d.tenant_id = h.tenant_id AND d.delivery_id = h.delivery_id AND d.job_id = h.job_id
                WHERE NOT d.dead AND d.due_at > now()""",
                array(jobs.keySet().stream().map(DueEffect::tenantId)),
                array(jobs.keySet().stream().map(DueEffect::deliveryId)),
                array(jobs.values().stream())));
    }

    /**
     * Lets it be due again after a while. An effect gets a new job then: the one that it has is about to end, and the
     * job server makes nothing of an id that it knows.
     */
    @Transactional
    void putOff(UUID deliveryId, Duration pause) {
        rows.update("""
                UPDATE delivery_dispatch
                SET due_at = now() + ? * interval '1 millisecond',
                    job_id = CASE WHEN kind = 'EFFECT' THEN gen_random_uuid() END
                WHERE tenant_id = ? AND delivery_id = ?""", pause.toMillis(), TenantScope.current(), deliveryId);
    }

    private static String array(Stream<? extends @Nullable UUID> ids) {
        return ids.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static ClaimedDelivery claimed(ResultSet row) throws SQLException {
        Event event = new Event(
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getObject(10, UUID.class),
                row.getInt(11));
        return new ClaimedDelivery(row.getObject(1, UUID.class), row.getString(2), event);
    }
}
