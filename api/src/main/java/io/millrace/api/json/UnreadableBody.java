package io.millrace.api.json;

/** The body is no JSON at all. */
public class UnreadableBody extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String pointer;

    /** @param message one sentence for the sender, saying where */
    public UnreadableBody(String message) {
        this(message, "");
    }

    /** @param pointer to the part that nobody can read; empty for the whole */
    UnreadableBody(String message, String pointer) {
        super(message, null, false, false);
        this.pointer = pointer;
    }

    public static UnreadableBody missing() {
        return new UnreadableBody("The request needs a body.");
    }

    public String pointer() {
        return pointer;
    }
}
