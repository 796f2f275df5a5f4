package io.millrace.task;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Gives a claimed task back to its group: one's own, or for owners and administrators anybody's. */
@ApplicationScoped
public class ReleaseTask {

    @Inject
    Tasks tasks;

    @Inject
    OpenTasks openTasks;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    public Task release(UUID id) {
        Member by = authorizer.require(Permission.TASK_COMPLETE);
        // The claim of somebody on holiday must not stop a request, even if no administrator is in the group.
        boolean mayAll = by.may(Permission.TASK_RELEASE_ALL);
        Task task = tasks.require(id);
        if (!mayAll) authorizer.require(Permission.TASK_COMPLETE, task);
        if (!task.isOpen()) throw TaskNotOpen.because(task);
        UUID claimedBy = task.assigneeId();
        if (claimedBy == null) throw new TaskNotClaimed();
        boolean isOwn = claimedBy.equals(by.id());
        if (!isOwn && !mayAll) throw new TaskClaimed();
        openTasks.release(id, claimedBy);
        if (!isOwn) {
            audit.record(new AuditEntry(clock.instant(), "task.released", "task", id, by.id())
                    .onBehalfOf(claimedBy)
                    .moved("claimed", "unclaimed"));
        }
        return task;
    }
}
