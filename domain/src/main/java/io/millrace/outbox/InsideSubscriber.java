package io.millrace.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Touches only our database. Runs in one transaction with "delivery done", bound to the event's tenant:
 * exactly once, in order per subject.
 */
public interface InsideSubscriber extends Subscriber {

    void on(Event event);

    /**
     * Which of these types it wants besides {@link #types()}, because the tenant has said so. Asked in the transaction
     * that writes the events, just before its end: what is committed by then counts.
     *
     * @param connection that transaction's own; there is no other any more
     */
    default Set<String> alsoWants(Connection connection, Set<String> types) throws SQLException {
        return Set.of();
    }
}
