package io.millrace.task;

import io.millrace.NotFound;
import io.millrace.Page;
import io.millrace.identity.Member;
import io.millrace.identity.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All tasks of the bound tenant. */
@ApplicationScoped
public class Tasks {

    @PersistenceContext
    EntityManager entities;

    /** What a list of tasks is narrowed to; nulls narrow nothing. */
    public record Filter(
            Task.@Nullable State state,
            @Nullable Boolean mine,
            @Nullable String group,
            @Nullable String processKey,
            @Nullable String subject) {}

    public Optional<Task> find(UUID id) {
        return Optional.ofNullable(entities.find(Task.class, id));
    }

    public Task require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("task"));
    }

    /** As it is now, and stays until the end of the transaction. */
    public Task requireLocked(UUID id) {
        Task found = entities.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) throw new NotFound("task");
        return found;
    }

    /** @param completes the use case that the wanted one calls */
    public Optional<Task> findOpen(String businessKey, String completes) {
        return entities.createQuery("""
                        SELECT t FROM Task t
                        WHERE t.businessKey = :key AND t.completes = :completes AND t.state = :open""", Task.class)
                .setParameter("completes", completes)
                .setParameter("key", businessKey)
                .setParameter("open", Task.State.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** Open ones that the member has taken, though they may not act on them any more. */
    List<Task> claimedInVain(Membership by) {
        return entities.createQuery(
                        "SELECT t FROM Task t WHERE t.assigneeId = :by AND t.state = :open ORDER BY t.id", Task.class)
                .setParameter("by", by.id())
                .setParameter("open", Task.State.OPEN)
                .getResultStream()
                .filter(task -> !by.isActive() || !TaskVisibility.isInGroup(task, by.asMember()))
                .toList();
    }

    /** Newest first: what the member has claimed or could claim. */
    public Page<Task> page(Member member, Filter filter, @Nullable UUID after, int limit) {
        TypedQuery<Task> query =
                entities.createQuery("SELECT t FROM Task t WHERE " + TaskVisibility.CONDITION + """
                          AND (:onlyMine = FALSE OR t.assigneeId = :me)
                          AND (:anyState = TRUE OR t.state = :state)
                          AND (:unclaimed = FALSE OR t.assigneeId IS NULL AND (t.excludedId IS NULL OR t.excludedId <> :me))
                          AND (:anyGroup = TRUE OR t.candidateGroup = :group)
                          AND (:anyProcess = TRUE OR t.processKey = :process)
                          AND (:anySubject = TRUE OR t.businessKey = :subject)
                          AND (:fromStart = TRUE OR t.id < :after)
                        ORDER BY t.id DESC""", Task.class);
        List<Task> rows = TaskVisibility.bind(query, member)
                .setParameter("onlyMine", Boolean.TRUE.equals(filter.mine()))
                .setParameter("unclaimed", Boolean.FALSE.equals(filter.mine()))
                .setParameter("anyState", filter.state() == null)
                .setParameter("state", filter.state() == null ? Task.State.OPEN : filter.state())
                .setParameter("anyGroup", filter.group() == null)
                .setParameter("group", orEmpty(filter.group()))
                .setParameter("anyProcess", filter.processKey() == null)
                .setParameter("process", orEmpty(filter.processKey()))
                .setParameter("anySubject", filter.subject() == null)
                .setParameter("subject", orEmpty(filter.subject()))
                .setParameter("fromStart", after == null)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, Task::id);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
