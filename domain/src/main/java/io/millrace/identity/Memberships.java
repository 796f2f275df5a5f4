package io.millrace.identity;

import io.millrace.NotFound;
import io.millrace.Page;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
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

    /**
     * Keeps everybody of the tenant as they are until this transaction ends: for whoever asks people because they
     * are there now. Before any other lock, or two transactions wait for each other.
     */
    public void holdStill() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Waits until nobody relies on who is there, and keeps others from it; before anything is read. */
    void aboutToChange() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String how) {
        entities.createNativeQuery("SELECT " + how + "(hashtextextended(?, 0)) IS NULL")
                .setParameter(1, "millrace.membership " + TenantScope.current())
                .getSingleResult();
    }

    /** Whether the member may decide for the group now. */
    public boolean isActiveIn(DecidingGroup group, UUID member) {
        return activeIn(group, "=", member) > 0;
    }

    /** Whether somebody may decide for the group now, besides one. */
    public boolean isAnyActiveIn(DecidingGroup group, UUID besides) {
        return activeIn(group, "<>", besides) > 0;
    }

    private long activeIn(DecidingGroup group, String compared, UUID member) {
        return entities.createQuery(
                        "SELECT COUNT(m) FROM Membership m WHERE m.state = :active AND m.id " + compared
                                + " :member AND " + isIn(group),
                        Long.class)
                .setParameter("active", Membership.State.ACTIVE)
                .setParameter("member", member)
                .setParameter("which", which(group))
                .getSingleResult();
    }

    /** Everybody who may decide for the group now: active members only. */
    public List<Membership> activeIn(DecidingGroup group) {
        return whole("SELECT m FROM Membership m WHERE m.state = :active AND " + isIn(group) + " ORDER BY m.id")
                .setParameter("active", Membership.State.ACTIVE)
                .setParameter("which", which(group))
                .getResultList();
    }

    public List<Membership> activeWith(Role role) {
        return whole("SELECT m FROM Membership m WHERE m.state = :active AND :role MEMBER OF m.roles ORDER BY m.id")
                .setParameter("active", Membership.State.ACTIVE)
                .setParameter("role", role)
                .getResultList();
    }

    public List<Membership> active() {
        return whole("SELECT m FROM Membership m WHERE m.state = :active ORDER BY m.id")
                .setParameter("active", Membership.State.ACTIVE)
                .getResultList();
    }

    /** One is put into a group, or belongs to it by role. */
    private static String isIn(DecidingGroup group) {
        return group.isAssignable()
                ? "EXISTS (SELECT g FROM m.groups g WHERE g IN :which)"
                : "EXISTS (SELECT r FROM m.roles r WHERE r IN :which)";
    }

    private static List<? extends Enum<?>> which(DecidingGroup group) {
        return group.isAssignable()
                ? List.of(group)
                : Arrays.stream(Role.values()).filter(Role::administers).toList();
    }

    /** With people, roles and groups: one query each for all members of the result, not one for each member. */
    private TypedQuery<Membership> whole(String jpql) {
        return entities.createQuery(jpql, Membership.class)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "m.person")
                .setHint("eclipselink.batch", "m.roles")
                .setHint("eclipselink.batch", "m.groups");
    }

    /** Newest first. */
    public Page<Membership> page(Membership.@Nullable State state, @Nullable UUID after, int limit) {
        List<Membership> rows = whole("""
                        SELECT m FROM Membership m
                        WHERE (:anyState = TRUE OR m.state = :state) AND (:fromStart = TRUE OR m.id < :after)
                        ORDER BY m.id DESC""")
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
