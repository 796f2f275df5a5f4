package io.millrace.workflows.task;

import io.millrace.task.TaskCompletion;
import io.millrace.task.TaskNotOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Calls the use case behind a user task as the task completes, inside that transaction. */
@ApplicationScoped
public class CompleteUseCase {

    @Inject
    @Any
    Instance<TaskCompletion> useCases;

    void complete(String name, DelegateTask task) {
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
