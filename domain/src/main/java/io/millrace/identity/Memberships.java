package io.millrace.identity;

import io.millrace.NotFound;
import io.millrace.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All memberships of the bound tenant. */
@ApplicationScoped
public class Memberships {

    @PersistenceContext
    EntityManager entities;

    public Optional<Membership> find(UUID id) {
        return Optional.ofNullable(entities.find(Membership.class, id));
    }

    public Membership require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("member"));
    }

    /** @param email compared without regard to case */
    public Optional<Membership> findByEmail(String email) {
        return entities.createQuery(
                        "SELECT m FROM Membership m WHERE LOWER(m.person.email) = LOWER(:email)", Membership.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** Everybody who may decide for the group now: active members only. */
    public List<Membership> activeIn(DecidingGroup group) {
        return active().stream().filter(m -> m.groups().contains(group)).toList();
    }

    public List<Membership> activeWith(Role role) {
        return active().stream().filter(m -> m.roles().contains(role)).toList();
    }

    public List<Membership> active() {
        return entities.createQuery(
                        "SELECT m FROM Membership m WHERE m.state = :active ORDER BY m.id", Membership.class)
                .setParameter("active", Membership.State.ACTIVE)
                .getResultList();
    }

    /** Newest first. */
    public Page<Membership> page(Membership.@Nullable State state, @Nullable UUID after, int limit) {
        List<Membership> rows = entities.createQuery("""
                        SELECT m FROM Membership m
                        WHERE (:anyState = TRUE OR m.state = :state) AND (:fromStart = TRUE OR m.id < :after)
                        ORDER BY m.id DESC""", Membership.class)
                .setParameter("anyState", state == null)
                .setParameter("state", state == null ? Membership.State.ACTIVE : state)
                .setParameter("fromStart", after == null)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, Membership::id);
    }

    /** How the members are called; ids that are unknown are left out. */
    public Map<UUID, String> names(Set<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<UUID, String> names = new HashMap<>();
        entities.createQuery("SELECT m.id, m.person.name FROM Membership m WHERE m.id IN :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> names.put((UUID) row[0], (String) row[1]));
        return names;
    }

    public void add(Membership membership) {
        entities.persist(membership);
    }
}
