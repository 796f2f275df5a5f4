package io.millrace.outbox;

import io.millrace.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Writes events with their place in their subject's order, and one delivery per subscriber. */
@ApplicationScoped
public class EventWriter {

    @Inject
    DataSource database;

    @Inject
    Subscribers subscribers;

    /** A subject's id and the last number it gave out. */
    private record Counter(UUID id, long last) {}

    /** An event with its number in its subject's order. */
    private record Placed(Event event, UUID subjectId, long seq) {}

    /** While the transaction is active, for its end. */
    Connection connect() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("events cannot be stored; the transaction rolls back", e);
        }
    }

    void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection for events could not be given back", e);
        }
    }

    void write(Connection connection, List<Event> events) {
        try {
            List<Placed> placed = place(events, reserve(connection, events));
            insertEvents(connection, placed);
            insertDeliveries(connection, placed);
        } catch (SQLException e) {
            throw new IllegalStateException("events could not be stored; the transaction rolls back", e);
        }
    }

    /** Sorted, so that two transactions with the same subjects cannot wait for each other in a circle. */
    private Map<String, Counter> reserve(Connection connection, List<Event> events) throws SQLException {
        Map<String, Integer> wanted = new java.util.TreeMap<>();
        events.forEach(e -> wanted.merge(e.subject(), 1, Integer::sum));
        Map<String, Counter> counters = new HashMap<>();
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO event_subject AS s (tenant_id, id, subject, last_seq) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, subject) DO UPDATE SET last_seq = s.last_seq + excluded.last_seq
                RETURNING id, last_seq""")) {
            for (Map.Entry<String, Integer> subject : wanted.entrySet()) {
                upsert.setObject(1, events.get(0).tenantId());
                upsert.setObject(2, Ids.next());
                upsert.setString(3, subject.getKey());
                upsert.setLong(4, subject.getValue());
                try (ResultSet row = upsert.executeQuery()) {
                    row.next();
                    counters.put(
                            subject.getKey(),
                            new Counter(row.getObject(1, UUID.class), row.getLong(2) - subject.getValue()));
                }
            }
        }
        return counters;
    }

    private static List<Placed> place(List<Event> events, Map<String, Counter> counters) {
        return events.stream()
                .map(e -> {
                    Counter next = counters.compute(e.subject(), (s, c) -> new Counter(c.id(), c.last() + 1));
                    return new Placed(e, next.id(), next.last());
                })
                .toList();
    }

    private static void insertEvents(Connection connection, List<Placed> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO event (tenant_id, id, type, subject, seq, occurred_at, data, traceparent, caused_by, hops)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")) {
            for (Placed p : events) {
                Event e = p.event();
                set(
                        insert,
                        e.tenantId(),
                        e.id(),
                        e.type(),
                        e.subject(),
                        p.seq(),
                        timestamp(e),
                        e.data(),
                        e.traceparent(),
                        e.causedBy(),
                        e.hops());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertDeliveries(Connection connection, List<Placed> events) throws SQLException {
        Set<String> types = events.stream().map(p -> p.event().type()).collect(Collectors.toSet());
        Map<String, List<Subscriber>> listeners = subscribers.of(types, connection);
        try (PreparedStatement delivery = connection.prepareStatement("""
                        INSERT INTO event_delivery (tenant_id, id, event_id, subscriber, kind, state, created_at)
                        VALUES (?, ?, ?, ?, ?, 'OPEN', ?)""");
                PreparedStatement dispatch = connection.prepareStatement("""
                        INSERT INTO delivery_dispatch
                          (tenant_id, delivery_id, event_id, subscriber, kind, subject_id, seq, due_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, now())""")) {
            for (Placed p : events) {
                Event e = p.event();
                for (Subscriber s : listeners.getOrDefault(e.type(), List.of())) {
                    UUID id = Ids.next(); // (tenant, event, subscriber) is unique by itself
                    String kind = s instanceof InsideSubscriber ? "INSIDE" : "EFFECT";
                    set(delivery, e.tenantId(), id, e.id(), s.name(), kind, timestamp(e));
                    delivery.addBatch();
                    set(dispatch, e.tenantId(), id, e.id(), s.name(), kind, p.subjectId(), p.seq());
                    dispatch.addBatch();
                }
            }
            delivery.executeBatch();
            dispatch.executeBatch();
        }
    }

    private static Timestamp timestamp(Event e) {
        return Timestamp.from(e.time());
    }

    private static void set(PreparedStatement statement, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
