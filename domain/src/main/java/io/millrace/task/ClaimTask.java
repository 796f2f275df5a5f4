package io.millrace.task;

import io.millrace.identity.Authorizer;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes a group's task for the acting member, so that colleagues leave it alone. */
@ApplicationScoped
public class ClaimTask {

    @Inject
    Tasks tasks;

    @Inject
    OpenTasks openTasks;

    @Inject
    Authorizer authorizer;

    @Transactional
    public Task claim(UUID id) {
        Task task = authorizer.require(Permission.TASK_COMPLETE, tasks.require(id));
        if (!task.isOpen()) throw new TaskNotOpen();
        openTasks.claim(id);
        return task;
    }
}
