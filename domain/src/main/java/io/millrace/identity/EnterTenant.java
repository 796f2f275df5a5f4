package io.millrace.identity;

import io.millrace.NotFound;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a platform operator act inside a tenant, where the tenant's own trail shows it. */
@ApplicationScoped
public class EnterTenant {

    @Inject
    Tenants tenants;

    @Inject
    RecordVisit recordVisit;

    /**
     * @param slug the tenant's
     * @return the operator as somebody who acts inside that tenant
     * @throws NotAllowed for everybody who is no operator, whether the tenant exists or not
     */
    public Member enter(Member operator, String slug) {
        if (!operator.may(Permission.TENANT_ENTER)) throw new NotAllowed(Permission.TENANT_ENTER);
        Tenant tenant = tenants.findBySlug(slug).orElseThrow(() -> new NotFound("tenant"));
        TenantScope.run(tenant.id(), () -> recordVisit.of(operator));
        return operator.inside(tenant.id());
    }
}
