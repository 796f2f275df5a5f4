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
    public void began(EventSubscriptionEntity wait) {
        ExecutionEntity execution = wait.getExecution();
        String subject = execution.getProcessBusinessKey();
        if (subject == null) return; // about nothing, so no event is about it either
        // Held to the end of the transaction: an event that comes meanwhile looks for us when we can be seen.
        waitingMessages.lock(wait.getEventName(), subject);
        waitingMessages
                .take(wait.getEventName(), subject, wait.getProcessInstanceId(), clock.instant())
                .ifPresent(message -> hand(message, wait, execution));
    }

    private void hand(WaitingMessage message, EventSubscriptionEntity wait, ExecutionEntity execution) {
        List<String> names = triggers.variablesOf(execution.getProcessDefinitionId(), wait.getActivityId());
        Cause cause = new Cause(message.eventId(), message.hops());
        wait.eventReceived(CarryCause.with(cause, EventVariables.of(message.data(), names)), false);
    }
}
