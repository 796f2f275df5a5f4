package io.millrace.api.identity;

import io.millrace.api.json.OneOf;
import io.millrace.api.json.Text;
import io.millrace.identity.Permission;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key for a program; without permissions it gets all that its maker has, without days it does not expire. */
record NewApiKey(
        @Text(min = 1, max = 100) String name,
        @OneOf({30, 90, 365}) @Nullable Long expiresInDays,
        @Nullable List<Permission> permissions) {

    @Nullable
    Period lasts() {
        return expiresInDays == null ? null : Period.ofDays(Math.toIntExact(expiresInDays));
    }
}
