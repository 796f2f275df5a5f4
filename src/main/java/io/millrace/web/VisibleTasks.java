package io.millrace.web;

import io.millrace.task.TaskNotOpen;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Finds an open task that the member who asks may see: the engine's own grants say which. */
@ApplicationScoped
public class VisibleTasks {

    @Inject
    Engine engine;

    /** The open task. @throws TaskNotOpen when there is none, or none for them */
    public Task require(@Nullable String id) {
        if (id == null) throw new TaskNotOpen();
        Task task =
                engine.running().getTaskService().createTaskQuery().taskId(id).singleResult();
        if (task == null) throw new TaskNotOpen();
        return task;
    }
}
