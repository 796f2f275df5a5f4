package io.millrace.schedule;

import io.millrace.NotFound;
import io.millrace.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All schedules of the bound tenant. */
@ApplicationScoped
public class Schedules {

    @PersistenceContext
    EntityManager entities;

    void add(Schedule schedule) {
        entities.persist(schedule);
        entities.flush(); // its dispatch row refers to it
    }

    void remove(Schedule schedule) {
        entities.remove(schedule);
    }

    public Schedule require(UUID id) {
        return require(id, LockModeType.NONE);
    }

    Schedule requireLocked(UUID id) {
        return require(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Schedule require(UUID id, LockModeType lock) {
        Schedule found = entities.find(Schedule.class, id, lock);
        if (found == null) throw new NotFound("schedule");
        return found;
    }

    long count() {
        return entities.createQuery("SELECT COUNT(s) FROM Schedule s", Long.class)
                .getSingleResult();
    }

    /**
     * What to list; null narrows nothing.
     *
     * @param failing whether the last start was refused
     */
    public record Filter(@Nullable String process, @Nullable Boolean failing) {}

    /** Newest first. */
    public Page<Schedule> page(Filter filter, @Nullable UUID after, int limit) {
        List<Schedule> rows = entities.createQuery("""
                        SELECT s FROM Schedule s
                        WHERE (:anyProcess = TRUE OR s.process = :process)
                          AND (:anyEnd = TRUE OR (s.failures > 0 AND :failing = TRUE) OR (s.failures = 0 AND :failing = FALSE))
                          AND (:fromStart = TRUE OR s.id < :after) ORDER BY s.id DESC""", Schedule.class)
                .setParameter("anyProcess", filter.process() == null)
                .setParameter("process", filter.process() == null ? "" : filter.process())
                .setParameter("anyEnd", filter.failing() == null)
                .setParameter("failing", Boolean.TRUE.equals(filter.failing()))
                .setParameter("fromStart", after == null)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, Schedule::id);
    }
}
