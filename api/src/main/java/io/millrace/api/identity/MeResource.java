package io.millrace.api.identity;

import io.millrace.NotFound;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who am I here? */
@Path("me")
@RequestScoped
@Produces("application/json")
@Transactional
public class MeResource {

    @Inject
    CurrentMember currentMember;

    @Inject
    Tenants tenants;

    @GET
    @Requires(Permission.PROFILE_READ)
    @Operation(summary = "The signed-in member, with roles, deciding groups and permissions")
    public MeView me() {
        Member member = currentMember.get();
        return MeView.of(member, tenants.find(member.tenantId()).orElseThrow(() -> new NotFound("tenant")));
    }
}
