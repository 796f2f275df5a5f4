package io.millrace.identity;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Ends a key for good, on every node at once: each request looks it up. */
@ApplicationScoped
public class RevokeApiKey {

    @Inject
    ApiKeys keys;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Idempotent; one that expired can be revoked too. @throws io.millrace.NotFound when it is not for them to know */
    @Transactional
    public void revoke(UUID id) {
        ApiKey key = authorizer.require(Permission.API_KEY_MANAGE, keys.require(id));
        ApiKey.State before = key.state(clock.instant());
        if (before == ApiKey.State.REVOKED) return;
        Member by = authorizer.require(Permission.API_KEY_MANAGE);
        key.revoke(clock.instant());
        audit.record(new AuditEntry(clock.instant(), "api_key.revoked", "api_key", id, by.id())
                .moved(before.name().toLowerCase(Locale.ROOT), "revoked")
                .onBehalfOf(by.id().equals(key.membershipId()) ? null : key.membershipId()));
    }
}
