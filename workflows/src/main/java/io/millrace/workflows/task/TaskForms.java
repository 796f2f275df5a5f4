package io.millrace.workflows.task;

import io.millrace.NotFound;
import io.millrace.Refusal.Finding;
import io.millrace.TextRule;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotOpen;
import io.millrace.task.Tasks;
import io.millrace.task.WrongTaskVariables;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Guards the engine's tasks before it writes anything: against variables that their forms do not have, and
 * against whoever may not complete them, who is told so by the rule and not by the engine's silence.
 */
@ApplicationScoped
public class TaskForms {

    @Inject
    Engine engine;

    @Inject
    TaskService engineTasks;

    @Inject
    Tasks tasks;

    @Inject
    CompleteUseCase completeUseCase;

    @Inject
    Authorizer authorizer;

    @Inject
    CurrentMember currentMember;

    /**
     * Lets what fits the form of an open task pass.
     *
     * @throws WrongTaskVariables when a variable is missing, unknown, of the wrong type or not allowed
     * @throws NotFound when there is no such task for whoever asks
     * @throws TaskNotOpen when there was one
     */
    public void requireFit(String taskId, Map<String, ? extends @Nullable Object> submitted) {
        engine.pastGrants(() -> fitting(taskId, submitted));
    }

    /** The same, from whoever may complete the task: the form comes first, then who, then who has claimed it. */
    public void requireAllowed(String taskId, Map<String, ? extends @Nullable Object> submitted) {
        engine.pastGrants(() -> {
            TaskEntity task = fitting(taskId, submitted);
            requireAllowed(task);
            return task;
        });
    }

    private TaskEntity fitting(String taskId, Map<String, ? extends @Nullable Object> submitted) {
        TaskEntity task = find(taskId);
        CamundaFormRef form = task.getCamundaFormRef();
        List<Finding> findings = FormCheck.check(form == null ? null : form.getKey(), submitted);
        if (!findings.isEmpty()) throw new WrongTaskVariables(findings);
        return task;
    }

    private TaskEntity find(String taskId) {
        if (!TextRule.isUuid(taskId)) throw new NotFound("task");
        Object found = engineTasks
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult();
        if (found == null) {
            requireSeen(taskId);
            throw new TaskNotOpen();
        }
        return (TaskEntity) found;
    }

    private void requireAllowed(TaskEntity task) {
        Member by = currentMember.get();
        completeUseCase.requireAllowed(task);
        requireSeen(task.getId());
        if (task.getAssignee() != null && !task.getAssignee().equals(by.id().toString())) throw new TaskClaimed();
    }

    private void requireSeen(String taskId) {
        authorizer.require(Permission.TASK_COMPLETE, tasks.require(UUID.fromString(taskId)));
    }
}
