package io.millrace.workflows.task;

import io.millrace.identity.CurrentMember;
import io.millrace.task.OpenTasks;
import io.millrace.task.TaskClaimed;
import io.millrace.workflows.engine.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;

/** Completes and claims the engine's user tasks for the acting member. */
@ApplicationScoped
public class EngineTasks implements OpenTasks {

    @Inject
    TaskService tasks;

    @Inject
    TaskForms forms;

    @Inject
    CurrentMember currentMember;

    @Override
    public void complete(UUID taskId, Map<String, @Nullable Object> variables) {
        forms.requireFit(taskId.toString(), variables);
        Refusals.unwrapping(() -> {
            tasks.complete(taskId.toString(), new HashMap<>(variables));
            return null;
        });
    }

    @Override
    public void release(UUID taskId) {
        tasks.setAssignee(taskId.toString(), null);
    }

    @Override
    public void claim(UUID taskId) {
        try {
            Refusals.unwrapping(() -> {
                tasks.claim(taskId.toString(), currentMember.get().id().toString());
                return null;
            });
        } catch (TaskAlreadyClaimedException taken) {
            throw new TaskClaimed();
        }
    }
}
