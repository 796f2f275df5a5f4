package io.millrace.api.identity;

import io.millrace.api.http.Answers;
import io.millrace.api.http.RetriedAfterLostRace;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.identity.ChangeMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The members of a tenant, for its administrators. */
@Path("members")
@RequestScoped
@Produces("application/json")
@RetriedAfterLostRace
@Transactional
public class MemberResource {

    @Inject
    Memberships memberships;

    @Inject
    ChangeMember changeMember;

    @Inject
    Paging paging;

    @Context
    HttpHeaders headers;

    @GET
    @Requires(Permission.MEMBER_READ)
    @Operation(summary = "The members, newest first")
    public PageView<MemberView> list(@QueryParam("state") Membership.@Nullable State state, @BeanParam PageQuery page) {
        return paging.page(
                page, (after, limit) -> memberships.page(state, after, limit).map(MemberView::of));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.MEMBER_READ)
    @Operation(summary = "One member")
    @APIResponseSchema(MemberView.class)
    public Response read(@PathParam("id") UUID id) {
        return Answers.read(headers, MemberView.of(memberships.require(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Requires(Permission.MEMBER_MANAGE)
    @Operation(
            summary = "Suspend a member, let one in again, or change the groups they decide in",
            description = "An RFC 7396 merge patch: what is left out stays as it is; groups replace the former ones.")
    @APIResponseSchema(MemberView.class)
    public Response change(@PathParam("id") UUID id, MemberChange change) {
        Set<DecidingGroup> groups = change.wantedGroups();
        // Whoever changes it meanwhile is found by its version at the end; then this is tried once more, and compared.
        Answers.requireFresh(headers, () -> MemberView.of(memberships.require(id)));
        return Answers.changed(MemberView.of(changeMember.change(id, change.state(), groups)));
    }
}
