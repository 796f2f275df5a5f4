package io.millrace.workflows.correlation;

import io.millrace.correlation.EventVariables;
import io.millrace.correlation.Triggers;
import io.millrace.outbox.Cause;
import io.millrace.outbox.Event;
import io.millrace.workflows.engine.CarryCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** The process instances of the bound tenant that wait for a message about their subject. */
@ApplicationScoped
public class WaitingProcesses {

    @Inject
    RuntimeService processes;

    @Inject
    ManagementService jobs;

    @Inject
    Triggers triggers;

    /**
     * Hands it to each that waits now, not to what begins to wait because of it.
     *
     * @return the instances that waited
     */
    Set<String> move(Event event) {
        List<Execution> waiting = processes
                .createExecutionQuery()
                .messageEventSubscriptionName(event.type())
                .processInstanceBusinessKey(event.subject())
                .list();
        Set<String> moved = new HashSet<>();
        for (Execution execution : waiting) {
            if (move(event, execution)) moved.add(execution.getProcessInstanceId());
        }
        return moved;
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
        Map<String, Object> variables = CarryCause.with(Cause.of(event), EventVariables.of(event.data(), names));
        processes.messageEventReceived(event.type(), execution.getId(), variables);
        return true;
    }

    /**
     * Those but these that may still come to where the event is caught: what goes on in a job waits nowhere meanwhile,
     * and for longer when the job fails. It need not catch it itself: it may call what does, or have been called by it.
     *
     * @return the outermost instances
     */
    Set<String> coming(Event event, Set<String> served) {
        if (!triggers.isCaught(event.type())) return Set.of();
        Map<String, String> roots =
                processes.createProcessInstanceQuery().processInstanceBusinessKey(event.subject()).list().stream()
                        .filter(instance -> !served.contains(instance.getId()))
                        .collect(Collectors.toMap(Execution::getId, ProcessInstance::getRootProcessInstanceId));
        if (roots.isEmpty()) return Set.of();
        return jobs.createJobQuery().processInstanceIds(roots.keySet()).messages().list().stream()
                .map(job -> roots.get(job.getProcessInstanceId()))
                .collect(Collectors.toSet());
    }
}
