package io.millrace.audit;

import io.millrace.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All audit entries of the bound tenant; grows, never changes. */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext
    EntityManager entities;

    /** Stored with the caller's transaction, or not at all. */
    public void record(AuditEntry entry) {
        entities.persist(entry);
    }

    /** Whether the actor has done this to the subject later than that. */
    public boolean hasSince(Instant since, String action, String subjectType, UUID subjectId, UUID actorId) {
        return entities.createQuery("""
                                SELECT COUNT(e) FROM AuditEntry e
                                WHERE e.subjectType = :type AND e.subjectId = :id AND e.at > :since
                                  AND e.action = :action AND e.actorId = :actor""", Long.class)
                        .setParameter("type", subjectType)
                        .setParameter("id", subjectId)
                        .setParameter("since", since)
                        .setParameter("action", action)
                        .setParameter("actor", actorId)
                        .getSingleResult()
                > 0;
    }

    /** Oldest first. */
    public List<AuditEntry> of(String subjectType, UUID subjectId) {
        return entities.createQuery(
                        "SELECT e FROM AuditEntry e WHERE e.subjectType = :type AND e.subjectId = :id ORDER BY e.id",
                        AuditEntry.class)
                .setParameter("type", subjectType)
                .setParameter("id", subjectId)
                .getResultList();
    }

    /**
     * The newest first.
     *
     * @param subject null for all
     * @param action null for all
     */
    public Page<AuditEntry> page(@Nullable UUID subject, @Nullable String action, @Nullable UUID after, int limit) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (subject != null) bounds.put("e.subjectId =", subject);
        if (action != null) bounds.put("e.action =", action);
        if (after != null) bounds.put("e.id <", after);
        List<String> conditions = new ArrayList<>();
        for (String bound : bounds.keySet()) conditions.add(bound + " ?" + (conditions.size() + 1));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        TypedQuery<AuditEntry> query =
                entities.createQuery("SELECT e FROM AuditEntry e" + where + " ORDER BY e.id DESC", AuditEntry.class);
        int position = 0;
        for (Object value : bounds.values()) query.setParameter(++position, value);
        return Page.of(query.setMaxResults(limit + 1).getResultList(), limit, AuditEntry::id);
    }
}
