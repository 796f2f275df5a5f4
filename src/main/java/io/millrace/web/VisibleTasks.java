package io.millrace.web;

import io.millrace.NotFound;
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

    /** For looking. @throws NotFound when there is none, or none for them @throws TaskNotOpen when it was one of theirs */
    @Transactional
    public Task see(@Nullable String id) {
        return find(id, Permission.TASK_READ);
    }

    /** For acting. The same. */
    @Transactional
    public Task require(@Nullable String id) {
        return find(id, Permission.TASK_COMPLETE);
    }

    /** As the engine shows the fields that are in the model. @throws NotFound when there are none */
    @Transactional
    public String renderedForm(String id) {
        find(id, Permission.TASK_READ);
        Object form = engine.running().getFormService().getRenderedTaskForm(id);
        if (form == null) throw new NotFound("form");
        return form.toString();
    }

    private Task find(@Nullable String id, Permission permission) {
        var theirs = reachable(id, permission);
        Task task =
                engine.running().getTaskService().createTaskQuery().taskId(id).singleResult();
        if (task == null) throw TaskNotOpen.because(theirs);
        return task;
    }

    /** Another tenant's task, a task of others and none at all look the same. */
    private io.millrace.task.Task reachable(@Nullable String id, Permission permission) {
        if (id == null || !TextRule.isUuid(id)) throw new NotFound("task");
        return tasks.find(UUID.fromString(id))
                .filter(task -> authorizer.may(currentMember.get(), permission, task))
                .orElseThrow(() -> new NotFound("task"));
    }
}
