package io.millrace.web;

import io.millrace.NotFound;
import io.millrace.Refusal;
import io.millrace.TextRule;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Permission;
import io.millrace.task.TaskNotOpen;
import io.millrace.task.Tasks;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Finds an open task for the member who asks. Our authorizer says whether they may, as everywhere; the engine's
 * grants, which its own lists go by, must agree.
 */
@ApplicationScoped
public class VisibleTasks {

    @Inject
    Engine engine;

    @Inject
    Tasks tasks;

    @Inject
    Authorizer authorizer;

    @Inject
    CurrentMember currentMember;

    /** For looking. @throws NotFound when there is none, or none for them: both look the same */
    @Transactional
    public Task see(@Nullable String id) {
        return find(id, Permission.TASK_READ).orElseThrow(() -> new NotFound("task"));
    }

    /** For acting. @throws NotFound as for looking @throws TaskNotOpen when it was one of theirs */
    @Transactional
    public Task require(@Nullable String id) {
        return find(id, Permission.TASK_COMPLETE).orElseThrow(() -> gone(id));
    }

    private Refusal gone(@Nullable String id) {
        return mayReach(id, Permission.TASK_COMPLETE) ? new TaskNotOpen() : new NotFound("task");
    }

    private Optional<Task> find(@Nullable String id, Permission permission) {
        if (!mayReach(id, permission)) return Optional.empty();
        return Optional.ofNullable(
                engine.running().getTaskService().createTaskQuery().taskId(id).singleResult());
    }

    private boolean mayReach(@Nullable String id, Permission permission) {
        if (id == null || !TextRule.isUuid(id)) return false;
        return tasks.find(UUID.fromString(id))
                .filter(task -> authorizer.may(currentMember.get(), permission, task))
                .isPresent();
    }
}
