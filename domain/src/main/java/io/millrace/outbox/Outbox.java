package io.millrace.outbox;

import io.millrace.Ids;
import io.millrace.tenancy.TenantScope;
import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the facts of a transaction; they are stored with it, and logged and heard after it, or never happened. */
@ApplicationScoped
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Object KEY = Outbox.class;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    EventWriter writer;

    @Inject
    Alarm alarm;

    @Inject
    Clock clock;

    /** @throws IllegalStateException outside a transaction: a fact must commit with what it states */
    public void add(DomainEvent fact) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a domain event needs a running transaction: " + fact.type());
        }
        Cause cause = Cause.current();
        pending()
                .add(new Event(
                        Ids.next(),
                        TenantScope.current(),
                        fact.type(),
                        fact.subject(),
                        clock.instant(),
                        fact.data(),
                        Trace.current(),
                        cause == null ? null : cause.eventId(),
                        cause == null ? 0 : cause.hops() + 1));
    }

    @SuppressWarnings("unchecked")
    private List<Event> pending() {
        List<Event> events = (List<Event>) transaction.getResource(KEY);
        if (events == null) {
            events = new ArrayList<>();
            transaction.putResource(KEY, events);
            // The server gives a completing transaction no connection of its own any more: take it now.
            Connection connection = writer.connect();
            transaction.registerInterposedSynchronization(new WriteBeforeCommit(events, connection));
        }
        return events;
    }

    /**
     * Writes as late as possible: the subjects stay locked from here to the commit, and that is what
     * makes their sequence numbers follow the order of the commits.
     */
    private final class WriteBeforeCommit implements Synchronization {

        private final List<Event> events;
        private final Connection connection;

        WriteBeforeCommit(List<Event> events, Connection connection) {
            this.events = events;
            this.connection = connection;
        }

        @Override
        public void beforeCompletion() {
            writer.write(connection, events);
        }

        @Override
        public void afterCompletion(int status) {
            writer.close(connection);
            if (status != Status.STATUS_COMMITTED) return;
            events.forEach(e -> log.info("{} subject={} id={}", e.type(), e.subject(), e.id()));
            alarm.ring(Sleeper.RELAY);
        }
    }
}
