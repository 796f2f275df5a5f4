package io.millrace;

import java.time.Instant;

/** A no that will be a yes: a step of a process that is a job of its own waits for it. */
public abstract class NotYet extends Refusal {

    private final Instant again;

    /** @param again when it may work */
    protected NotYet(String code, String detail, Instant again) {
        super(Kind.UNPROCESSABLE, code, detail);
        this.again = again;
    }

    public Instant again() {
        return again;
    }
}
