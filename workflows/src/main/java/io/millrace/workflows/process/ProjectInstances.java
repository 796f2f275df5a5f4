package io.millrace.workflows.process;

import io.millrace.process.InstanceProjection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;

/** Tells our projection of process instances what becomes of them in the engine. */
@ApplicationScoped
public class ProjectInstances implements HistoryEventHandler {

    @Inject
    InstanceProjection projection;

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) started(instance);
            if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) ended(instance);
        }
        if (event instanceof HistoricIncidentEventEntity incident) changed(incident);
    }

    private void started(HistoricProcessInstanceEventEntity instance) {
        projection.started(new InstanceProjection.Facts(
                UUID.fromString(instance.getId()),
                Definitions.idOf(instance.getProcessDefinitionId()),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionVersion(),
                instance.getBusinessKey(),
                uuid(instance.getSuperProcessInstanceId()),
                instance.getStartTime().toInstant()));
    }

    private void ended(HistoricProcessInstanceEventEntity instance) {
        UUID id = UUID.fromString(instance.getId());
        Instant at = instance.getEndTime().toInstant();
        if (HistoricProcessInstance.STATE_COMPLETED.equals(instance.getState())) projection.completed(id, at);
        else projection.cancelled(id, instance.getDeleteReason(), at);
    }

    /** One without an instance is about a job of the engine's own. */
    private void changed(HistoricIncidentEventEntity incident) {
        UUID id = uuid(incident.getProcessInstanceId());
        if (id == null) return;
        boolean isOver = incident.isEventOfType(HistoryEventTypes.INCIDENT_RESOLVE)
                || incident.isEventOfType(HistoryEventTypes.INCIDENT_DELETE);
        if (incident.isEventOfType(HistoryEventTypes.INCIDENT_CREATE)) projection.incidentCame(id);
        if (isOver) projection.incidentWent(id);
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
