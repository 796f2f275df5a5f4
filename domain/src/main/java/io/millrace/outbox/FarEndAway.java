package io.millrace.outbox;

/**
 * What an effect talks to cannot be reached, or breaks off in the middle. That says nothing about the delivery, so it
 * does not count as an attempt at it: it waits, with all others of its effect, until somebody answers there again.
 */
public abstract class FarEndAway extends ExpectedFailure {

    /** @param reason for operators, without values */
    protected FarEndAway(String reason) {
        super(reason);
    }
}
