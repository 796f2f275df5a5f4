package io.millrace.workflows.correlation;

import io.millrace.correlation.EventVariables;
import io.millrace.correlation.Start;
import io.millrace.correlation.Triggers;
import io.millrace.correlation.WaitingMessages;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Hands an event to every process that waits for it, starts those whose model begins with it, and keeps it for those
 * that soon will wait, if it found none.
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
        boolean hasMoved = waitingProcesses.move(event);
        boolean hasStarted = start(event);
        if (!hasMoved && !hasStarted) keep(event);
    }

    private boolean start(Event event) {
        List<Start> starts = triggers.startedBy(event.type());
        for (Start start : starts) {
            engine.startByMessage(
                    start.key(),
                    start.definitionId(),
                    event.type(),
                    event.subject(),
                    EventVariables.of(event.data(), start.variables()));
        }
        return !starts.isEmpty();
    }

    private void keep(Event event) {
        if (event.type().startsWith(ABOUT_EVENTS)) return;
        triggers.patience(event.type())
                .ifPresent(
                        patience -> waitingMessages.keep(event, clock.instant().plus(patience)));
    }
}
