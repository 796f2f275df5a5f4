package io.millrace.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** All audit entries of the bound tenant; grows, never changes. */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext
    EntityManager entities;

    /** Stored with the caller's transaction, or not at all. */
    public void record(AuditEntry entry) {
        entities.persist(entry);
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
}
