package io.millrace.identity;

import io.millrace.TextRule;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a key that lets a program in with rights of the acting member. */
@ApplicationScoped
public class MakeApiKey {

    @Inject
    ApiKeys keys;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** @param secret shown now, and known to nobody afterwards */
    public record Made(ApiKey key, ApiKeySecret secret) {}

    /**
     * @param wanted null for all that the member may and a key can
     * @param lasts null for a key that does not expire
     * @throws PermissionNotYours naming each that the member lacks, or that no key can have
     */
    @Transactional
    public Made make(String name, @Nullable List<Permission> wanted, @Nullable Period lasts) {
        Member by = authorizer.require(Permission.API_KEY_MANAGE);
        Set<Permission> possible = Arrays.stream(Permission.values())
                .filter(by::may)
                .filter(permission -> !ApiKey.NEVER.contains(permission))
                .collect(Collectors.toSet());
        if (wanted != null) PermissionNotYours.requireAll(wanted, possible);
        Instant now = clock.instant();
        Instant end =
                lasts == null ? null : now.atZone(ZoneOffset.UTC).plus(lasts).toInstant();
        ApiKeySecret secret = ApiKeySecret.make();
        ApiKey key = new ApiKey(
                by.id(), TextRule.stripped(name), secret, wanted == null ? possible : Set.copyOf(wanted), now, end);
        keys.add(key);
        audit.record(new AuditEntry(now, "api_key.made", "api_key", key.id(), by.id())
                .moved(null, key.permissions().toString()));
        return new Made(key, secret);
    }
}
