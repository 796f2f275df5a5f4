package io.millrace.web;

import io.millrace.NotFound;
import io.millrace.TextRule;
import io.millrace.identity.CurrentMember;
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

/** Finds an open task that the member who asks may see: the engine's own grants say which. */
@ApplicationScoped
public class VisibleTasks {

    @Inject
    Engine engine;

    @Inject
    Tasks tasks;

    @Inject
    CurrentMember currentMember;

    /** For looking. @throws NotFound when there is none, or none for them: both look the same */
    public Task see(@Nullable String id) {
        return find(id).orElseThrow(() -> new NotFound("task"));
    }

    /** For acting. @throws NotFound as for looking @throws TaskNotOpen when they could see it while it was open */
    @Transactional
    public Task require(String id) {
        return find(id).orElseThrow(
                () -> TextRule.isUuid(id) ? tasks.gone(UUID.fromString(id), currentMember.get()) : new NotFound("task"));
    }

    private Optional<Task> find(@Nullable String id) {
        if (id == null || !TextRule.isUuid(id)) return Optional.empty();
        return Optional.ofNullable(
                engine.running().getTaskService().createTaskQuery().taskId(id).singleResult());
    }
}
