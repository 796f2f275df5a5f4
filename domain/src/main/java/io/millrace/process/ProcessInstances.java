package io.millrace.process;

import io.millrace.NotFound;
import io.millrace.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All process instances of the bound tenant. */
@ApplicationScoped
public class ProcessInstances {

    @PersistenceContext
    EntityManager entities;

    /** What a list of instances is narrowed to; nulls narrow nothing. */
    public record Filter(
            @Nullable String processKey,
            ProcessInstance.@Nullable State state,
            @Nullable String businessKey) {}

    /** @throws NotFound when the tenant has none such */
    public ProcessInstance require(UUID id) {
        ProcessInstance found = entities.find(ProcessInstance.class, id);
        if (found == null) throw new NotFound("instance");
        return found;
    }

    /** As it is now in the database, after the engine has changed it in this transaction. */
    public ProcessInstance reread(UUID id) {
        entities.flush();
        ProcessInstance found = require(id);
        entities.refresh(found);
        return found;
    }

    /** Whether anything runs, or ever ran, by this version. */
    public boolean anyBy(UUID processId, String processKey) {
        return !entities.createQuery(
                        "SELECT i.id FROM ProcessInstance i WHERE i.processKey = :key AND i.processId = :id",
                        UUID.class)
                .setParameter("key", processKey)
                .setParameter("id", processId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Newest first. */
    public Page<ProcessInstance> page(Filter filter, @Nullable UUID after, int limit) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (filter.processKey() != null) bounds.put("i.processKey =", filter.processKey());
        if (filter.state() != null) bounds.put("i.state =", filter.state());
        if (filter.businessKey() != null) bounds.put("i.businessKey =", filter.businessKey());
        if (after != null) bounds.put("i.id <", after);
        List<String> conditions = new ArrayList<>();
        for (String bound : bounds.keySet()) conditions.add(bound + " ?" + (conditions.size() + 1));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        TypedQuery<ProcessInstance> query = entities.createQuery(
                "SELECT i FROM ProcessInstance i" + where + " ORDER BY i.id DESC", ProcessInstance.class);
        int position = 0;
        for (Object value : bounds.values()) query.setParameter(++position, value);
        return Page.of(query.setMaxResults(limit + 1).getResultList(), limit, ProcessInstance::id);
    }
}
