package io.millrace.outbox;

/** Trying again can never help; the delivery ends as dead with this message as its reason. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String reason) {
        super(reason);
    }

    public PermanentFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
