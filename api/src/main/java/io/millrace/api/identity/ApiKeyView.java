package io.millrace.api.identity;

import io.millrace.api.http.Tagged;
import io.millrace.identity.ApiKey;
import io.millrace.identity.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A key without its secret, which nobody knows; the last use is noted to the minute. */
record ApiKeyView(
        UUID id,
        String name,
        String prefix,
        @Nullable MemberRef member,
        ApiKey.State state,
        List<Permission> permissions,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt)
        implements Tagged {

    static ApiKeyView of(ApiKey key, Function<@Nullable UUID, @Nullable MemberRef> names, Instant now) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.prefix(),
                names.apply(key.membershipId()),
                key.state(now),
                List.copyOf(key.permissions()),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
