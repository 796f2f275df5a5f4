package io.millrace.identity;

import io.millrace.Refusal;

/** Somebody changed the thing since the caller read it. */
public class StaleChange extends Refusal {

    public StaleChange() {
        super(Kind.STALE, "stale", "It was changed since you read it. Read it again, then decide again.");
    }
}
