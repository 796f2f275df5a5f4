package io.millrace.api.identity;

import io.millrace.api.problem.BadParameter;
import io.millrace.identity.ApiKeySecret;
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
     * @param key of a program; null for somebody who came in person
     * @param tenant the slug of the tenant that an operator wants to act in; null for one's own
     * @throws NotSignedIn when the credential is missing or worth nothing (any more)
     */
    Member of(@Nullable String authorization, @Nullable String key, @Nullable String tenant) {
        if (authorization != null && key != null)
            throw new BadParameter("X-API-Key", "must not come with Authorization");
        Member member = key == null ? inPerson(authorization) : program(key);
        return tenant == null ? member : enterTenant.enter(member, tenant);
    }

    private Member inPerson(@Nullable String authorization) {
        AccessTokens.Claims claims = tokens.open(BearerToken.of(authorization));
        return TenantScope.call(claims.tenantId(), () -> signedIn.find(claims.memberId(), claims.sessionId()))
                .orElseThrow(NotSignedIn::new);
    }

    private Member program(String key) {
        ApiKeySecret secret = ApiKeySecret.read(key).orElseThrow(NotSignedIn::new);
        return TenantScope.call(secret.tenant(), () -> signedIn.find(secret)).orElseThrow(NotSignedIn::new);
    }
}
