package io.millrace.workflows.task;

import io.millrace.identity.CurrentMember;
import io.millrace.task.OpenTasks;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotOpen;
import io.millrace.workflows.engine.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
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
        forms.check(taskId.toString(), variables);
        try {
            Refusals.unwrapping(() -> {
                tasks.complete(taskId.toString(), new HashMap<>(variables));
                return null;
            });
        } catch (NullValueException gone) {
            throw new TaskNotOpen();
        }
    }

    @Override
    public void claim(UUID taskId) {
        try {
            tasks.claim(taskId.toString(), currentMember.get().id().toString());
        } catch (TaskAlreadyClaimedException taken) {
            throw new TaskClaimed();
        } catch (NullValueException gone) {
            throw new TaskNotOpen();
        }
    }
}
