package io.millrace.identity;

import io.millrace.Refusal;

/** Tenant, address or password is wrong; which of them is nobody's business. */
public class WrongCredentials extends Refusal {

    public WrongCredentials() {
        super(Kind.NOT_SIGNED_IN, "wrong_credentials", "Tenant, e-mail address or password is wrong.");
    }
}
