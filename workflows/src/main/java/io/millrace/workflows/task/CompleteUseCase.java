package io.millrace.workflows.task;

import io.millrace.identity.Authorizer;
import io.millrace.identity.Permission;
import io.millrace.task.TaskCompletion;
import io.millrace.task.TaskNotOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Calls the use case behind a user task as the task completes, inside that transaction. Every door comes past
 * here, so here is asked whether the acting member may complete tasks at all.
 */
@ApplicationScoped
public class CompleteUseCase {

    @Inject
    @Any
    Instance<TaskCompletion> useCases;

    @Inject
    Authorizer authorizer;

    void complete(String name, DelegateTask task) {
        authorizer.require(Permission.TASK_COMPLETE);
        TaskCompletion useCase = useCases.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the task %s names the use case %s, which does not exist".formatted(task.getId(), name)));
        DelegateExecution process = task.getExecution();
        // Completed by somebody else since the engine read it, and its process has ended.
        if (process == null) throw new TaskNotOpen();
        useCase.complete(process.getProcessBusinessKey(), task.getVariables());
    }
}
