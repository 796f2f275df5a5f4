package io.millrace.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The use cases behind user tasks, by the names that models use. */
@ApplicationScoped
public class TaskCompletions {

    @Inject
    @Any
    Instance<TaskCompletion> useCases;

    /** @throws IllegalStateException when there is none */
    public TaskCompletion require(String name) {
        return useCases.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "a task names the use case %s, which does not exist".formatted(name)));
    }
}
