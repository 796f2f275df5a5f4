package io.millrace.api.identity;

import io.millrace.identity.EnterTenant;
import io.millrace.identity.Member;
import io.millrace.identity.NotSignedIn;
import io.millrace.identity.SignedInMembers;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Finds out who is calling, from the credential that the request carries. */
@ApplicationScoped
public class Caller {

    @Inject
    AccessTokens tokens;

    @Inject
    SignedInMembers signedIn;

    @Inject
    EnterTenant enterTenant;

    /**
     * @param tenant the slug of the tenant that an operator wants to act in; null for one's own
     * @throws NotSignedIn when the credential is missing or worth nothing (any more)
     */
    Member of(@Nullable String authorization, @Nullable String tenant) {
        AccessTokens.Claims claims = tokens.open(BearerToken.of(authorization));
        Member member = TenantScope.call(claims.tenantId(), () -> signedIn.find(claims.memberId(), claims.sessionId()))
                .orElseThrow(NotSignedIn::new);
        return tenant == null ? member : enterTenant.enter(member, tenant);
    }
}
