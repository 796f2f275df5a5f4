package io.millrace.identity;

import io.millrace.Refusal;

/** Nobody is signed in, or the credential is worth nothing (any more). */
public class NotSignedIn extends Refusal {

    public NotSignedIn() {
        super(Kind.NOT_SIGNED_IN, "not_signed_in", "Sign in first, or again: no valid credential was presented.");
    }
}
