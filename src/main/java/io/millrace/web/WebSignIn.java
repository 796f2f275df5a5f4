package io.millrace.web;

import io.millrace.Refusal;
import io.millrace.api.http.ClientAddress;
import io.millrace.identity.EnterTenant;
import io.millrace.identity.Member;
import io.millrace.identity.Sessions;
import io.millrace.identity.SignIn;
import io.millrace.identity.TooManyAttempts;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/** Signs members in to and out of the vendor's pages, with the same people and passwords as everywhere. */
@Path("auth/user/{engine}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebSignIn {

    private static final String PLATFORM = "millrace";

    @Inject
    SignIn signIn;

    @Inject
    EnterTenant enterTenant;

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
     * @param app whose form it is; whether it is for the member at all is said here, with a password and not before
     * @param username the tenant's slug and the address, {@code acme/max@acme.test}; at the tenant's own
     *     sub-domain the address alone will do. An operator looks into another tenant as
     *     {@code millrace/acme/ops@millrace.test}
     */
    @POST
    @Path("login/{app}")
    public Response signIn(
            @PathParam("engine") String engine,
            @PathParam("app") String app,
            @FormParam("username") @Nullable String username,
            @FormParam("password") @Nullable String password,
            @Context HttpServletRequest request) {
        try {
            UserName name = UserName.of(username);
            Member member = member(name, password, request);
            requireOpen(app, name, member);
            UserAuthentication session = new MemberSession(
                    engine, TenantScope.call(member.tenantId(), () -> sessions.open(member)), name.visited());
            AuthenticationUtil.revalidateSession(request, session);
            return Response.ok(json(session)).build();
        } catch (Refusal refusal) {
            Response.ResponseBuilder answer = Response.status(VendorErrors.status(refusal))
                    .entity(VendorErrors.json(refusal.code(), refusal.detail()));
            if (refusal instanceof TooManyAttempts tooMany) answer.header(HttpHeaders.RETRY_AFTER, tooMany.seconds());
            return answer.build();
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

    private Member member(UserName name, @Nullable String password, HttpServletRequest request) {
        // Whose pages one sees must agree with the address that one sees them at.
        String seen = tenantAddresses
                .wanted(name.visited() == null ? name.tenant() : name.visited(), request.getServerName())
                .orElseThrow(WrongCredentials::new);
        if (password == null) throw new WrongCredentials();
        String tenant = name.visited() == null ? seen : PLATFORM;
        return signIn.signIn(tenant, name.email(), password, clientAddress.of(request));
    }

    private void requireOpen(String app, UserName name, Member member) {
        WebApp wanted = WebApp.valueOf(app.toUpperCase(Locale.ROOT));
        if (name.visited() == null) {
            if (!wanted.isFor(member)) throw wanted.notFor();
            return;
        }
        if (wanted != WebApp.COCKPIT) throw WebApp.TASKLIST.notFor();
        if (!wanted.isFor(enterTenant.enter(member, name.visited()))) throw wanted.notFor();
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

    /** What was typed, taken apart. */
    private record UserName(
            @Nullable String tenant, @Nullable String visited, String email) {

        static UserName of(@Nullable String typed) {
            String name = typed == null ? "" : typed.strip();
            String[] parts = name.split("/", 3);
            if (parts.length == 3 && parts[0].equalsIgnoreCase(PLATFORM))
                return new UserName(PLATFORM, parts[1], parts[2]);
            int slash = name.indexOf('/');
            return new UserName(slash < 0 ? null : name.substring(0, slash), null, name.substring(slash + 1));
        }
    }
}
