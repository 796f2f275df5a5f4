package io.millrace.identity;

import io.millrace.Refusal;

/** A tenant must keep one active owner. */
public class LastOwner extends Refusal {

    public LastOwner() {
        super(Kind.CONFLICT, "last_owner", "The last active owner cannot be suspended.");
    }
}
