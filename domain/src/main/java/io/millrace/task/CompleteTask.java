package io.millrace.task;

import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Completes a task for the acting member. */
@ApplicationScoped
public class CompleteTask {

    @Inject
    Tasks tasks;

    @Inject
    OpenTasks openTasks;

    @Inject
    Authorizer authorizer;

    @Transactional
    public Task complete(UUID id, Map<String, @Nullable Object> variables) {
        Member member = authorizer.require(Permission.TASK_COMPLETE);
        Task task = tasks.require(id);
        if (!task.isOpen()) throw task.tooLate(member);
        // Whose rule says who may, says it itself, in its own words, to whoever is in the tenant.
        if (task.completes() == null) authorizer.require(Permission.TASK_COMPLETE, task);
        openTasks.complete(id, variables);
        return task;
    }
}
