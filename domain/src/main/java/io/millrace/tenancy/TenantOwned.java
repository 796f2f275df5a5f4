package io.millrace.tenancy;

import io.millrace.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** Gives an entity its id and its tenant, which is the one bound when it is made and never changes. */
@MappedSuperclass
public abstract class TenantOwned {

    // The database's key is (tenant_id, id); to JPA the id alone is enough, since UUIDs do not collide
    // and row-level security adds the tenant to every statement.
    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @SuppressWarnings("NullAway.Init")
    protected TenantOwned() {
        // JPA sets both; a new entity uses the other constructor
    }

    protected TenantOwned(UUID id) {
        this.id = id;
        this.tenantId = TenantScope.current();
    }

    protected static UUID newId() {
        return Ids.next();
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }
}
