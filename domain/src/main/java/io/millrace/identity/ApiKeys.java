package io.millrace.identity;

import io.millrace.NotFound;
import io.millrace.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All keys of the bound tenant. */
@ApplicationScoped
public class ApiKeys {

    private static final UUID NOBODY = new UUID(0, 0); // JPQL forbids to compare with null

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    void add(ApiKey key) {
        entities.persist(key);
    }

    public ApiKey require(UUID id) {
        return require(id, LockModeType.NONE);
    }

    /** As it is now, and stays until the end of the transaction. */
    public ApiKey requireLocked(UUID id) {
        return require(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private ApiKey require(UUID id, LockModeType lock) {
        ApiKey found = entities.find(ApiKey.class, id, lock);
        if (found == null) throw new NotFound("API key");
        return found;
    }

    /**
     * What to list; null narrows nothing.
     *
     * @param maker whose keys
     */
    public record Filter(@Nullable UUID maker, ApiKey.@Nullable State state) {}

    /** Newest first, of those that the member may see, revoked and expired ones too. */
    public Page<ApiKey> page(Member member, Filter filter, @Nullable UUID after, int limit) {
        UUID maker = member.may(Permission.API_KEY_MANAGE_ALL) ? filter.maker() : member.id();
        TypedQuery<ApiKey> query = entities.createQuery(
                        "SELECT k FROM ApiKey k WHERE (:all = TRUE OR k.membershipId = :maker)"
                                + " AND (:fromStart = TRUE OR k.id < :after)" + in(filter.state())
                                + " ORDER BY k.id DESC",
                        ApiKey.class)
                .setParameter("all", maker == null)
                .setParameter("maker", maker == null ? NOBODY : maker)
                .setParameter("fromStart", after == null)
                .setParameter("after", after == null ? NOBODY : after);
        boolean asksTheClock = query.getParameters().stream().anyMatch(named -> "now".equals(named.getName()));
        if (asksTheClock) query.setParameter("now", clock.instant());
        return Page.of(query.setMaxResults(limit + 1).getResultList(), limit, ApiKey::id);
    }

    /** {@link ApiKey#state} for a query. */
    private static String in(ApiKey.@Nullable State state) {
        if (state == null) return "";
        return switch (state) {
            case REVOKED -> " AND k.revokedAt IS NOT NULL";
            case EXPIRED -> " AND k.revokedAt IS NULL AND k.expiresAt <= :now";
            case ACTIVE -> " AND k.revokedAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > :now)";
        };
    }
}
