package io.millrace.workflows.task;

import io.millrace.identity.CurrentMember;
import io.millrace.task.OpenTasks;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotClaimed;
import io.millrace.task.TaskNotOpen;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Completes, claims and releases the engine's user tasks for the acting member. */
@ApplicationScoped
public class EngineTasks implements OpenTasks {

    @Inject
    Engine engine;

    @Inject
    TaskService tasks;

    @Inject
    TaskForms forms;

    @Inject
    CurrentMember currentMember;

    @Override
    public void complete(UUID taskId, Map<String, @Nullable Object> variables) {
        TaskForms.Fitting fitting = forms.requireAllowed(taskId.toString(), variables);
        Map<String, Object> kept = new HashMap<>(fitting.variables());
        Refusals.unwrapping(() -> {
            if (fitting.byFields()) engine.running().getFormService().submitTaskForm(taskId.toString(), kept);
            else tasks.complete(taskId.toString(), kept);
            return null;
        });
    }

    /** As one command, so that the engine's version of the task tells when somebody claims it just now. */
    @Override
    public void release(UUID taskId, UUID claimedBy) {
        engine.pastGrants(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId.toString()).singleResult();
            if (task == null) throw new TaskNotOpen();
            if (task.getAssignee() == null) throw new TaskNotClaimed();
            if (!task.getAssignee().equals(claimedBy.toString())) throw new TaskClaimed();
            tasks.setAssignee(task.getId(), null);
            return task;
        });
    }

    @Override
    public void claim(UUID taskId) {
        Refusals.unwrapping(() -> {
            tasks.claim(taskId.toString(), currentMember.get().id().toString());
            return null;
        });
    }
}
