package io.millrace;

import java.time.Instant;

/** A no that will be a yes: a step of a process that is a job of its own waits for it. */
public abstract class NotYet extends Refusal {

    private final Instant again;

    /** @param again when it may work, at the earliest */
    protected NotYet(String code, String detail, Instant again) {
        super(Kind.UNPROCESSABLE, code, detail);
        this.again = again;
    }

    /**
     * When to come again. Asked in a transaction of its own after the one that was refused, so that those who wait can be
     * put in order.
     *
     * @param waiter the same each time that it comes
     */
    public Instant again(String waiter) {
        return again;
    }
}
