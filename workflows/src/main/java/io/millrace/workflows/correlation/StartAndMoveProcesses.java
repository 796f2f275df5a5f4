package io.millrace.workflows.correlation;

import io.millrace.correlation.EventVariables;
import io.millrace.correlation.Triggers;
import io.millrace.correlation.WaitingMessages;
import io.millrace.outbox.Cause;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import io.millrace.workflows.engine.CarryCause;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hands an event to every process that waits for it, starts those whose model begins with it, and keeps it for those
 * that soon will wait: if it found none, or while one is on its way there.
 */
@ApplicationScoped
public class StartAndMoveProcesses implements InsideSubscriber {

    /** That nobody claimed an event is told once: kept, it would only be unclaimed in its turn. */
    private static final String ABOUT_EVENTS = "event.";

    @Inject
    Triggers triggers;

    @Inject
    WaitingMessages waitingMessages;

    @Inject
    WaitingProcesses waitingProcesses;

    @Inject
    Engine engine;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "StartAndMoveProcesses";
    }

    @Override
    public Set<String> types() {
        return Set.of();
    }

    @Override
    public Set<String> alsoWants(Connection connection, Set<String> types) throws SQLException {
        return triggers.heard(connection, types);
    }

    @Override
    @Transactional
    public void on(Event event) {
        // The lock comes first: a process that begins to wait right now takes it too, so one of the two sees the other.
        waitingMessages.lock(event.type(), event.subject());
        // Before the start, or what starts with the event and then waits for the next one would get it twice.
        Set<String> served = new HashSet<>(waitingProcesses.move(event));
        served.addAll(start(event));
        if (served.isEmpty()) keep(event, Set.of());
        else keepFor(waitingProcesses.coming(event, served), event, served);
    }

    /** @return the new instances */
    private List<String> start(Event event) {
        return triggers.startedBy(event.type()).stream()
                .map(start -> engine.startByMessage(
                        start.key(),
                        start.definitionId(),
                        event.type(),
                        event.subject(),
                        CarryCause.with(Cause.of(event), EventVariables.of(event.data(), start.variables()))))
                .toList();
    }

    private void keepFor(Set<String> coming, Event event, Set<String> served) {
        if (coming.isEmpty()) return;
        keep(event, coming);
        waitingMessages.taken(event.id(), served);
    }

    private void keep(Event event, Set<String> coming) {
        if (event.type().startsWith(ABOUT_EVENTS)) return;
        triggers.patience(event.type())
                .ifPresent(
                        patience -> waitingMessages.keep(event, clock.instant().plus(patience), coming));
    }
}
