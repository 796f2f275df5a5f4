package io.millrace.identity;

import io.millrace.NotFound;
import io.millrace.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All keys of the bound tenant. */
@ApplicationScoped
public class ApiKeys {

    @PersistenceContext
    EntityManager entities;

    void add(ApiKey key) {
        entities.persist(key);
    }

    public ApiKey require(UUID id) {
        ApiKey found = entities.find(ApiKey.class, id);
        if (found == null) throw new NotFound("API key");
        return found;
    }

    /** Newest first, of those that the member may see, revoked and expired ones too. */
    public Page<ApiKey> page(Member member, @Nullable UUID after, int limit) {
        List<ApiKey> rows = entities.createQuery("""
                        SELECT k FROM ApiKey k
                        WHERE (:all = TRUE OR k.membershipId = :me) AND (:fromStart = TRUE OR k.id < :after)
                        ORDER BY k.id DESC""", ApiKey.class)
                .setParameter("all", member.may(Permission.API_KEY_MANAGE_ALL))
                .setParameter("me", member.id())
                .setParameter("fromStart", after == null)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, ApiKey::id);
    }
}
