package io.millrace.outbox;

/**
 * It did not work this time, as happens with the world outside; later may do. Its message says all that there is
 * to know, so no stack trace is logged while there are attempts left.
 */
public abstract class ExpectedFailure extends RuntimeException {

    /** @param reason for operators, without values */
    protected ExpectedFailure(String reason) {
        super(reason);
    }
}
