package io.millrace.workflows.correlation;

import io.millrace.correlation.EventVariables;
import io.millrace.correlation.Triggers;
import io.millrace.correlation.WaitingMessage;
import io.millrace.correlation.WaitingMessages;
import io.millrace.outbox.Cause;
import io.millrace.workflows.engine.CarryCause;
import io.millrace.workflows.engine.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Hands a process that begins to wait the message that has been waiting for it. */
@ApplicationScoped
public class TakeWaitingMessage implements Waiting {

    @Inject
    WaitingMessages waitingMessages;

    @Inject
    Triggers triggers;

    @Inject
    Clock clock;

    @Override
    public Optional<Consumer<EventSubscriptionEntity>> began(EventSubscriptionEntity wait) {
        ExecutionEntity execution = wait.getExecution();
        String subject = execution.getProcessBusinessKey();
        if (subject == null) return Optional.empty(); // about nothing, so no event is about it either
        // Held to the end of the transaction: an event that comes meanwhile looks for us when we can be seen.
        waitingMessages.lock(wait.getEventName(), subject);
        return waitingMessages
                .take(
                        wait.getEventName(),
                        subject,
                        wait.getProcessInstanceId(),
                        execution.getRootProcessInstanceId(),
                        clock.instant())
                .map(message -> one -> hand(message, one));
    }

    private void hand(WaitingMessage message, EventSubscriptionEntity wait) {
        ExecutionEntity execution = wait.getExecution();
        List<String> names = triggers.variablesOf(execution.getProcessDefinitionId(), wait.getActivityId());
        Cause cause = longest(new Cause(message.eventId(), message.hops()), execution);
        Cause before = Cause.current();
        Cause.set(cause); // for what goes on in this transaction
        try {
            wait.eventReceived(CarryCause.with(cause, EventVariables.of(message.data(), names)), false);
        } finally {
            Cause.set(before);
        }
    }

    /** One event may wait for a whole circle of processes: what led them here goes on, or it would count from anew. */
    private static Cause longest(Cause message, ExecutionEntity execution) {
        return Cause.read(execution.getVariable(CarryCause.VARIABLE))
                .filter(own -> own.hops() > message.hops())
                .orElse(message);
    }
}
