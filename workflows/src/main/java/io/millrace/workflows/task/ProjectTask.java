package io.millrace.workflows.task;

import io.millrace.task.TaskProjection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/** Tells our projection of tasks what happens to them in the engine. */
@ApplicationScoped
public class ProjectTask {

    @Inject
    TaskProjection projection;

    /**
     * @param excluded who must not act on it, if the model says so
     * @param completes the use case that its completion calls, if any
     */
    void created(DelegateTask task, @Nullable Expression excluded, @Nullable String completes) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        projection.created(new TaskProjection.Facts(
                UUID.fromString(task.getId()),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                execution.getProcessDefinition().getKey(),
                UUID.fromString(task.getProcessInstanceId()),
                execution.getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                candidateGroup(task),
                uuid(task.getAssignee()),
                excluded == null ? null : uuid((String) excluded.getValue(task)),
                completes,
                task.getCreateTime().toInstant()));
    }

    void assigned(DelegateTask task) {
        projection.assigned(UUID.fromString(task.getId()), uuid(task.getAssignee()));
    }

    void completed(DelegateTask task) {
        projection.closed(UUID.fromString(task.getId()), true);
    }

    void cancelled(DelegateTask task) {
        projection.closed(UUID.fromString(task.getId()), false);
    }

    private static @Nullable String candidateGroup(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
