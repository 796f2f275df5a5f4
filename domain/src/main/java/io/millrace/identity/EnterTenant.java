package io.millrace.identity;

import io.millrace.NotFound;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets a platform operator act inside a tenant, where the tenant's own trail shows it. */
@ApplicationScoped
public class EnterTenant {

    @Inject
    Tenants tenants;

    @Inject
    RecordEntry recordEntry;

    /**
     * @param slug the tenant's
     * @return the operator as somebody who acts inside that tenant
     * @throws NotAllowed for everybody who is no operator, whether the tenant exists or not
     */
    public Member enter(Member operator, String slug) {
        if (!operator.may(Permission.TENANT_ENTER)) throw new NotAllowed(Permission.TENANT_ENTER);
        Tenant tenant = tenants.findBySlug(slug).orElseThrow(() -> new NotFound("tenant"));
        TenantScope.run(tenant.id(), () -> recordEntry.of(operator));
        return operator.inside(tenant.id());
    }

    /** The trail's line, committed before the operator sees anything. */
    @ApplicationScoped
    static class RecordEntry {

        @Inject
        AuditTrail audit;

        @Inject
        Clock clock;

        @jakarta.transaction.Transactional
        void of(Member operator) {
            audit.record(
                    new AuditEntry(clock.instant(), "tenant.entered", "tenant", TenantScope.current(), operator.id()));
        }
    }
}
