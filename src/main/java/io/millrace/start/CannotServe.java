package io.millrace.start;

/** Why the server refuses to start: in sentences for the person who set it up. */
public final class CannotServe extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotServe(String sentences) {
        super(sentences);
    }

    public CannotServe(String sentences, Throwable cause) {
        super(sentences, cause);
    }
}
