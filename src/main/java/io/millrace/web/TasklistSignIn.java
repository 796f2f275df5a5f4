package io.millrace.web;

import io.millrace.Refusal;
import io.millrace.api.http.ClientAddress;
import io.millrace.identity.Member;
import io.millrace.identity.Sessions;
import io.millrace.identity.SignIn;
import io.millrace.identity.WrongCredentials;
import io.millrace.tenancy.TenantAddresses;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/** Signs members in to and out of the vendor's pages, with the same people and passwords as everywhere. */
@Path("auth/user/{engine}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TasklistSignIn {

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    ClientAddress clientAddress;

    @Inject
    TenantAddresses tenantAddresses;

    @GET
    public Response whoIsIt(@PathParam("engine") String engine) {
        return signedIn(engine)
                .map(who -> Response.ok(json(who)))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND))
                .build();
    }

    /**
     * Lets a member in, or says in words why not.
     *
     * @param username the tenant's slug and the address, {@code acme/max@acme.test}; at the tenant's own
     *     sub-domain the address alone will do
     */
    @POST
    @Path("login/{app}")
    public Response signIn(
            @PathParam("engine") String engine,
            @FormParam("username") @Nullable String username,
            @FormParam("password") @Nullable String password,
            @Context HttpServletRequest request) {
        try {
            Member member = member(username, password, request);
            UserAuthentication session =
                    new MemberSession(engine, TenantScope.call(member.tenantId(), () -> sessions.open(member)));
            AuthenticationUtil.revalidateSession(request, session);
            return Response.ok(json(session)).build();
        } catch (Refusal refusal) {
            return Response.status(VendorErrors.status(refusal))
                    .entity(VendorErrors.json(refusal.code(), refusal.detail()))
                    .build();
        }
    }

    @POST
    @Path("logout")
    public Response signOut(@PathParam("engine") String engine) {
        signedIn(engine).ifPresent(session -> {
            TenantScope.run(session.tenantId(), () -> sessions.close(session.device()));
            Authentications.getCurrent().removeByEngineName(engine);
        });
        return Response.ok().build();
    }

    private Member member(@Nullable String username, @Nullable String password, HttpServletRequest request) {
        String name = username == null ? "" : username.strip();
        int slash = name.indexOf('/');
        String tenant = tenantAddresses
                .wanted(slash < 0 ? null : name.substring(0, slash), request.getServerName())
                .orElseThrow(WrongCredentials::new);
        if (password == null) throw new WrongCredentials();
        return signIn.signIn(tenant, name.substring(slash + 1), password, clientAddress.of(request));
    }

    private static String json(UserAuthentication session) {
        return Json.createObjectBuilder()
                .add("userId", session.getIdentityId())
                .add("authorizedApps", Json.createArrayBuilder(session.getAuthorizedApps()))
                .build()
                .toString();
    }

    private static Optional<MemberSession> signedIn(String engine) {
        return Optional.ofNullable(Authentications.getCurrent())
                .map(current -> (MemberSession) current.getAuthenticationForProcessEngine(engine));
    }
}
