package io.millrace.api.identity;

import io.millrace.identity.NotSignedIn;
import org.jspecify.annotations.Nullable;

/** Takes the token out of an Authorization header. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 4096;

    private BearerToken() {}

    /** @throws NotSignedIn when there is none of this scheme */
    static String of(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new NotSignedIn();
        }
        return authorization.substring(SCHEME.length()).trim();
    }
}
