package io.millrace.api.identity;

import io.millrace.api.idempotency.ShownOnce;
import io.millrace.identity.MakeApiKey;
import io.millrace.identity.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one answer that holds the secret.
 *
 * @param secret absent in a replayed answer
 * @param note says why it is absent
 */
record MadeApiKey(
        UUID id,
        String name,
        String prefix,
        @Nullable String secret,
        List<Permission> permissions,
        @Nullable Instant expiresAt,
        @Nullable String note)
        implements ShownOnce {

    static MadeApiKey of(MakeApiKey.Made made) {
        return new MadeApiKey(
                made.key().id(),
                made.key().name(),
                made.key().prefix(),
                made.secret().text(),
                List.copyOf(made.key().permissions()),
                made.key().expiresAt(),
                null);
    }

    @Override
    public Object withoutSecret() {
        return new MadeApiKey(
                id,
                name,
                prefix,
                null,
                permissions,
                expiresAt,
                "The secret was in the first answer only. If it got lost, revoke the key and make another.");
    }
}
