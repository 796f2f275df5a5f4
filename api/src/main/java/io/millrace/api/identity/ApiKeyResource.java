package io.millrace.api.identity;

import io.millrace.Page;
import io.millrace.api.http.Answers;
import io.millrace.api.http.PublicAddress;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.identity.ApiKey;
import io.millrace.identity.ApiKeys;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.MakeApiKey;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.identity.RevokeApiKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The keys that programs come in with. No key manages keys. */
@Path("api-keys")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
@Transactional
public class ApiKeyResource {

    @Inject
    ApiKeys keys;

    @Inject
    MakeApiKey makeApiKey;

    @Inject
    RevokeApiKey revokeApiKey;

    @Inject
    MemberNames memberNames;

    @Inject
    Authorizer authorizer;

    @Inject
    CurrentMember currentMember;

    @Inject
    Paging paging;

    @Inject
    PublicAddress address;

    @Inject
    Clock clock;

    @Context
    UriInfo here;

    @Context
    HttpHeaders headers;

    @POST
    @Idempotent
    @Requires(Permission.API_KEY_MANAGE)
    @Operation(
            summary = "Make a key for a program",
            description = "The secret is in this answer and never again, not even in a replayed one. The key goes into"
                    + " X-API-Key. It may what its maker may, narrowed to the permissions named, and ends with its"
                    + " maker's membership.")
    @APIResponseSchema(value = MadeApiKey.class, responseCode = "201")
    public Response make(NewApiKey wanted) {
        MakeApiKey.Made made = makeApiKey.make(wanted.name(), wanted.permissions(), wanted.lasts());
        return Response.created(
                        address.of(here).path(made.key().id().toString()).build())
                .entity(MadeApiKey.of(made))
                .build();
    }

    @GET
    @Requires(Permission.API_KEY_MANAGE)
    @Operation(
            summary = "One's own keys, newest first",
            description = "Owners and administrators see all, or with mine=true their own. Expired and revoked ones"
                    + " stay in the list.")
    public PageView<ApiKeyView> list(
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("state") ApiKey.@Nullable State state,
            @BeanParam PageQuery page) {
        Member member = currentMember.get();
        UUID maker = Boolean.TRUE.equals(mine) ? member.id() : null;
        ApiKeys.Filter filter = new ApiKeys.Filter(maker, state);
        return paging.page(page, (after, limit) -> named(keys.page(member, filter, after, limit)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.API_KEY_MANAGE)
    @Operation(summary = "One key")
    @APIResponseSchema(ApiKeyView.class)
    public Response read(@PathParam("id") UUID id) {
        return Answers.read(headers, view(authorizer.require(Permission.API_KEY_MANAGE, keys.require(id))));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.API_KEY_MANAGE)
    @Operation(summary = "Revoke a key", description = "At once, and for good; it stays in the list.")
    @APIResponseSchema(ApiKeyView.class)
    public Response revoke(@PathParam("id") UUID id) {
        Answers.requireFresh(
                headers, () -> view(authorizer.require(Permission.API_KEY_MANAGE, keys.requireLocked(id))));
        return Answers.changed(view(revokeApiKey.revoke(id)));
    }

    private Page<ApiKeyView> named(Page<ApiKey> page) {
        var names = memberNames.of(page.items().stream().map(ApiKey::membershipId));
        return page.map(key -> ApiKeyView.of(key, names, clock.instant()));
    }

    private ApiKeyView view(ApiKey key) {
        return ApiKeyView.of(key, memberNames.of(Stream.of(key.membershipId())), clock.instant());
    }
}
