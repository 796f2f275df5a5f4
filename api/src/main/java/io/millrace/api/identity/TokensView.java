package io.millrace.api.identity;

import io.millrace.identity.Sessions.Session;

/** The tokens of a signed-in device. */
record TokensView(String accessToken, long expiresIn, String refreshToken, String tokenType) {

    static TokensView of(Session session, String accessToken) {
        return new TokensView(accessToken, AccessTokens.LIFETIME.toSeconds(), session.refreshToken(), "Bearer");
    }
}
