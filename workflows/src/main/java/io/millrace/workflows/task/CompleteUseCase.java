package io.millrace.workflows.task;

import io.millrace.bpmn.Models;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Permission;
import io.millrace.task.TaskCompletions;
import io.millrace.task.TaskNotOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Calls the use case behind a user task as the task completes, inside that transaction. Every door comes past
 * here, so here is asked whether the acting member may complete tasks at all.
 */
@ApplicationScoped
public class CompleteUseCase {

    @Inject
    TaskCompletions useCases;

    @Inject
    Authorizer authorizer;

    /** A task is not made that could never be completed. */
    void requireFitting(String name, DelegateTask task) {
        ExecutionEntity process = (ExecutionEntity) task.getExecution();
        UUID outermost = UUID.fromString(process.getRootProcessInstanceId());
        useCases.require(name).requireFitting(process.getProcessBusinessKey(), outermost, task.getVariables());
    }

    void complete(String name, DelegateTask task) {
        authorizer.require(Permission.TASK_COMPLETE);
        DelegateExecution process = task.getExecution();
        // Completed by somebody else since the engine read it, and its process has ended.
        if (process == null) throw new TaskNotOpen();
        useCases.require(name).complete(process.getProcessBusinessKey(), task.getVariables());
    }

    /** Asks before the engine writes anything; nobody is refused where the task names no use case. */
    void requireAllowed(TaskEntity task) {
        authorizer.require(Permission.TASK_COMPLETE);
        ExecutionEntity process = task.getExecution();
        if (process == null) throw new TaskNotOpen();
        Object name = process.getActivity().getProperty(Models.COMPLETES);
        if (name == null) return;
        VariableScope variables = process; // by its own type, its map would be the vendor's
        useCases.require(name.toString()).requireAllowed(process.getProcessBusinessKey(), variables.getVariables());
    }
}
