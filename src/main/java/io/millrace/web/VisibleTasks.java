package io.millrace.web;

import io.millrace.NotFound;
import io.millrace.task.TaskNotOpen;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Finds an open task that the member who asks may see: the engine's own grants say which. */
@ApplicationScoped
public class VisibleTasks {

    @Inject
    Engine engine;

    /** For looking. @throws NotFound when there is none, or none for them: both look the same */
    public Task see(@Nullable String id) {
        return find(id).orElseThrow(() -> new NotFound("task"));
    }

    /** For acting. @throws TaskNotOpen when there is none, or none for them: both look the same */
    public Task require(@Nullable String id) {
        return find(id).orElseThrow(TaskNotOpen::new);
    }

    private Optional<Task> find(@Nullable String id) {
        if (id == null) return Optional.empty();
        return Optional.ofNullable(
                engine.running().getTaskService().createTaskQuery().taskId(id).singleResult());
    }
}
