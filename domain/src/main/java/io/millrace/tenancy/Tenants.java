package io.millrace.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** All tenants; readable without one bound, because every door must find the tenant first. */
@ApplicationScoped
public class Tenants {

    @PersistenceContext
    EntityManager entities;

    public Optional<Tenant> find(UUID id) {
        return Optional.ofNullable(entities.find(Tenant.class, id));
    }

    /** In whatever case somebody types it. */
    public Optional<Tenant> findBySlug(String slug) {
        return entities.createQuery("SELECT t FROM Tenant t WHERE t.slug = :slug", Tenant.class)
                .setParameter("slug", slug.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    public List<Tenant> all() {
        return entities.createQuery("SELECT t FROM Tenant t ORDER BY t.slug", Tenant.class)
                .getResultList();
    }

    public void add(Tenant tenant) {
        entities.persist(tenant);
    }
}
