package io.millrace.outbox;

import io.millrace.Ids;
import io.millrace.Json;
import io.millrace.tenancy.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes the facts of a transaction; they are stored with it and heard after it, or never happened. */
@ApplicationScoped
public class Outbox {

    private static final Object KEY = Outbox.class;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    EventWriter writer;

    @Inject
    RelayAlarm alarm;

    @Inject
    Clock clock;

    /** @throws IllegalStateException outside a transaction: a fact must commit with what it states */
    public void add(DomainEvent fact) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a domain event needs a running transaction: " + fact.type());
        }
        pending()
                .add(new Event(
                        Ids.next(),
                        TenantScope.current(),
                        fact.type(),
                        fact.subject(),
                        clock.instant(),
                        Json.write(fact),
                        Trace.current()));
    }

    @SuppressWarnings("unchecked")
    private List<Event> pending() {
        List<Event> events = (List<Event>) transaction.getResource(KEY);
        if (events == null) {
            events = new ArrayList<>();
            transaction.putResource(KEY, events);
            transaction.registerInterposedSynchronization(new WriteBeforeCommit(events));
        }
        return events;
    }

    /**
     * Writes as late as possible: the subjects stay locked from here to the commit, and that is what
     * makes their sequence numbers follow the order of the commits.
     */
    private final class WriteBeforeCommit implements Synchronization {

        private final List<Event> events;

        WriteBeforeCommit(List<Event> events) {
            this.events = events;
        }

        @Override
        public void beforeCompletion() {
            writer.write(events);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) alarm.ring();
        }
    }
}
