package io.millrace.workflows.correlation;

import io.millrace.correlation.EventVariables;
import io.millrace.correlation.Triggers;
import io.millrace.outbox.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;

/** The process instances of the bound tenant that wait for a message about their subject. */
@ApplicationScoped
public class WaitingProcesses {

    @Inject
    RuntimeService processes;

    @Inject
    Triggers triggers;

    /**
     * Hands it to each that waits now, not to what begins to wait because of it.
     *
     * @return whether anybody waited
     */
    boolean move(Event event) {
        List<Execution> waiting = processes
                .createExecutionQuery()
                .messageEventSubscriptionName(event.type())
                .processInstanceBusinessKey(event.subject())
                .list();
        boolean hasMoved = false;
        for (Execution execution : waiting) {
            hasMoved |= move(event, execution);
        }
        return hasMoved;
    }

    private boolean move(Event event, Execution execution) {
        EventSubscription wait = processes
                .createEventSubscriptionQuery()
                .executionId(execution.getId())
                .eventType(EventType.MESSAGE.name())
                .eventName(event.type())
                .singleResult();
        if (wait == null) return false; // one that was moved just now has ended this one's wait
        String definition = ((ExecutionEntity) execution).getProcessDefinitionId();
        List<String> names = triggers.variablesOf(definition, wait.getActivityId());
        Map<String, Object> variables = EventVariables.of(event.data(), names);
        processes.messageEventReceived(event.type(), execution.getId(), variables);
        return true;
    }
}
