package io.millrace.api.json;

/** The body is no JSON at all. */
public class UnreadableBody extends RuntimeException {

    /** @param message one sentence for the sender, saying where */
    public UnreadableBody(String message) {
        super(message, null, false, false);
    }
}
