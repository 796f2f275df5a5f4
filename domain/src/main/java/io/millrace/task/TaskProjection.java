package io.millrace.task;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Memberships;
import io.millrace.identity.NotAllowed;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps {@link Task} in step with the engine; called by it, inside its transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TaskProjection {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Memberships memberships;

    @Inject
    TaskCompletions completions;

    @Inject
    Clock clock;

    /** What the engine knows of a task when it makes one. */
    public record Facts(
            UUID id,
            String name,
            String processKey,
            UUID instanceId,
            @Nullable String businessKey,
            String definitionKey,
            @Nullable String candidateGroup,
            @Nullable UUID assigneeId,
            @Nullable UUID excludedId,
            @Nullable String completes,
            Instant createdAt) {}

    public void created(Facts facts) {
        entities.persist(new Task(facts));
    }

    /**
     * @param membershipId null gives it back to the group
     * @throws OwnRequest when it is not for them
     * @throws NotAllowed when they may not act on it any more: nobody would take it from them again
     */
    public void assigned(UUID taskId, @Nullable UUID membershipId) {
        Task task = entities.find(Task.class, taskId);
        if (task == null) return;
        if (membershipId != null) requireStillThere(task, membershipId);
        boolean isReleased = membershipId == null && task.assigneeId() != null;
        task.assignTo(membershipId);
        lockBeforeTheEngine();
        if (isReleased) tellWhatItCompletes(task);
    }

    private void tellWhatItCompletes(Task task) {
        String completes = task.completes();
        String about = task.businessKey();
        if (completes != null && about != null) completions.require(completes).released(about);
    }

    private void requireStillThere(Task task, UUID membershipId) {
        String group = task.candidateGroup();
        if (group == null) return;
        memberships.holdStill();
        if (!memberships.isActiveIn(DecidingGroup.ofWireName(group), membershipId))
            throw new NotAllowed(Permission.TASK_COMPLETE);
    }

    /** The first end counts: the engine reports the deletion of a completed task too. */
    public void closed(UUID taskId, boolean completed) {
        Task task = entities.find(Task.class, taskId);
        if (task == null) return;
        task.close(completed ? Task.State.COMPLETED : Task.State.CANCELLED, clock.instant());
        lockBeforeTheEngine();
    }

    /**
     * The engine writes its own row of the task when its command ends, and ours would be written before or after that,
     * as it happens: then a claim and a completion of one task could wait for each other.
     */
    private void lockBeforeTheEngine() {
        entities.flush();
    }
}
