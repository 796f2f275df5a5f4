package io.millrace.workflows.task;

import io.millrace.NotFound;
import io.millrace.Refusal.Finding;
import io.millrace.TextRule;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.task.TaskClaimed;
import io.millrace.task.Tasks;
import io.millrace.task.WrongTaskVariables;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
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
     * What was submitted, as the engine may keep it.
     *
     * @param byFields whether the model has the fields, and with them values for what was left out
     */
    public record Fitting(TaskEntity task, Map<String, ? extends @Nullable Object> variables, boolean byFields) {}

    /**
     * Lets what fits the form of an open task pass, from whoever may complete it: the form comes first, then who, then
     * who has claimed it.
     *
     * @return what the engine may keep of it
     * @throws WrongTaskVariables when a variable is missing, unknown, of the wrong type or not allowed
     * @throws NotFound when there is no such task for whoever asks
     * @throws TaskClaimed when another member has it
     * @throws io.millrace.task.TaskNotOpen when there was one
     * @throws io.millrace.task.NotYourTask when there was one that did not ask them
     */
    public Fitting requireAllowed(String taskId, Map<String, ? extends @Nullable Object> submitted) {
        return engine.pastGrants(() -> {
            Fitting fitting = fitting(taskId, submitted);
            requireAllowed(fitting.task());
            return fitting;
        });
    }

    private Fitting fitting(String taskId, Map<String, ? extends @Nullable Object> submitted) {
        TaskEntity task = find(taskId);
        CamundaFormRef form = task.getCamundaFormRef();
        List<DataField> fields = form == null ? fieldsOf(task) : List.of();
        if (!fields.isEmpty()) {
            VariableScope process = task;
            DataFieldCheck check = DataFieldCheck.of(fields, submitted, name -> process.getVariable(name) != null);
            if (!check.findings().isEmpty()) throw new WrongTaskVariables(check.findings());
            return new Fitting(task, check.values(), true);
        }
        List<Finding> findings = FormCheck.check(form == null ? null : form.getKey(), submitted);
        if (!findings.isEmpty()) throw new WrongTaskVariables(findings);
        return new Fitting(task, submitted, false);
    }

    @SuppressWarnings("unchecked") // nobody else writes it
    private static List<DataField> fieldsOf(TaskEntity task) {
        ExecutionEntity process = task.getExecution();
        Object fields = process == null ? null : process.getActivity().getProperty(WatchUserTasks.FIELDS);
        return fields == null ? List.of() : (List<DataField>) fields;
    }

    private TaskEntity find(String taskId) {
        if (!TextRule.isUuid(taskId)) throw new NotFound("task");
        Object found = engineTasks
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult();
        if (found == null) {
            Member member = authorizer.require(Permission.TASK_COMPLETE);
            throw tasks.require(UUID.fromString(taskId)).tooLate(member);
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
