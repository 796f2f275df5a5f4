package io.millrace.workflows.task;

import io.millrace.Refusal.Finding;
import io.millrace.task.TaskNotOpen;
import io.millrace.task.WrongTaskVariables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Guards the engine's tasks against variables that their forms do not have: it would write them unseen. */
@ApplicationScoped
public class TaskForms {

    @Inject
    TaskService tasks;

    /**
     * Lets what fits the form of an open task pass.
     *
     * @throws WrongTaskVariables when a variable is missing, unknown, of the wrong type or not allowed
     * @throws TaskNotOpen when there is no such task for whoever asks
     */
    public void check(String taskId, Map<String, ? extends @Nullable Object> submitted) {
        Task task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        if (task == null) throw new TaskNotOpen();
        CamundaFormRef form = task.getCamundaFormRef();
        List<Finding> findings = FormCheck.check(form == null ? null : form.getKey(), submitted);
        if (!findings.isEmpty()) throw new WrongTaskVariables(findings);
    }
}
