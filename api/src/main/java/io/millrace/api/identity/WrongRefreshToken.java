package io.millrace.api.identity;

import io.millrace.Refusal;

/** The refresh token was used before, has expired, was signed out, or never was one. */
class WrongRefreshToken extends Refusal {

    WrongRefreshToken() {
        super(Kind.NOT_SIGNED_IN, "wrong_refresh_token", "The refresh token is not valid (any more). Sign in again.");
    }
}
