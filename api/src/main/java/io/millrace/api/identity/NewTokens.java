package io.millrace.api.identity;

import io.millrace.Refusal.Finding;
import io.millrace.api.json.Alternative;
import io.millrace.api.json.InvalidBody;
import io.millrace.api.json.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sign-in with tenant, address and password, or a renewal with the refresh token alone. */
@Alternative({"tenant", "email", "password"})
@Alternative({"email", "password"}) // at the tenant's own sub-domain
@Alternative("refresh_token")
record NewTokens(
        @Text(min = 1, max = 63) @Nullable String tenant,
        @Text(min = 1, max = 320) @Nullable String email,
        @Text(min = 1, max = 1024) @Nullable String password,
        @Text(min = 1, max = 500) @Nullable String refreshToken) {

    boolean isRenewal() {
        return refreshToken != null;
    }

    /**
     * @param tenantIsKnown named, or told by the address
     * @throws InvalidBody when it is neither the one nor the other
     */
    void check(boolean tenantIsKnown) {
        List<Finding> findings = new ArrayList<>();
        boolean wanted = !isRenewal();
        if (!tenantIsKnown) check(wanted, "/tenant", tenant, findings);
        check(wanted, "/email", email, findings);
        check(wanted, "/password", password, findings);
        if (!findings.isEmpty()) throw new InvalidBody(findings);
    }

    private static void check(boolean wanted, String pointer, @Nullable String value, List<Finding> findings) {
        if (wanted && value == null) findings.add(new Finding(pointer, "is missing"));
        if (!wanted && value != null) findings.add(new Finding(pointer, "must not be given with refresh_token"));
    }
}
