package io.millrace.api.identity;

import io.millrace.api.http.ClientAddress;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.identity.Sessions;
import io.millrace.identity.Sessions.Session;
import io.millrace.identity.SignIn;
import io.millrace.tenancy.TenantAddresses;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Signing in, staying signed in, and signing out. */
@Path("auth/tokens")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
public class AuthResource {

    @Inject
    SignIn signIn;

    @Inject
    TenantAddresses tenantAddresses;

    @Inject
    Sessions sessions;

    @Inject
    AccessTokens accessTokens;

    @Inject
    ClientAddress clientAddress;

    @Context
    HttpServletRequest request;

    @POST
    @Public
    @Operation(
            summary = "Sign in, or renew",
            description = "With tenant, e-mail address and password it signs a device in; with a refresh_token alone it"
                    + " renews. A refresh token works once and its answer brings the next one; a second use ends the"
                    + " device's session. At a tenant's own sub-domain the tenant may be left out.")
    public TokensView open(NewTokens wanted, @Context UriInfo here) {
        String host = here.getBaseUri().getHost();
        Optional<String> tenant = wanted.isRenewal() ? Optional.empty() : tenantAddresses.wanted(wanted.tenant(), host);
        wanted.check(tenant.isPresent());
        Session session = wanted.isRenewal() ? renew(wanted) : signIn(tenant.orElseThrow(), wanted);
        return TokensView.of(session, accessTokens.issue(session));
    }

    private Session signIn(String tenant, NewTokens wanted) {
        Member member = signIn.signIn(
                tenant,
                Objects.requireNonNull(wanted.email()),
                Objects.requireNonNull(wanted.password()),
                clientAddress.of(request));
        return TenantScope.call(member.tenantId(), () -> sessions.open(member));
    }

    private Session renew(NewTokens wanted) {
        String token = Objects.requireNonNull(wanted.refreshToken());
        UUID tenant = Sessions.tenantOf(token).orElseThrow(WrongRefreshToken::new);
        Optional<Session> renewed = TenantScope.call(tenant, () -> sessions.renew(token));
        return renewed.orElseThrow(WrongRefreshToken::new);
    }

    @DELETE
    @Requires(Permission.PROFILE_READ)
    @Operation(
            summary = "Sign out",
            description = "Ends the session of the access token that the request carries: neither that token nor its"
                    + " refresh token works afterwards.")
    public void close(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        AccessTokens.Claims claims = accessTokens.open(BearerToken.of(authorization));
        TenantScope.run(claims.tenantId(), () -> sessions.close(claims.sessionId()));
    }
}
