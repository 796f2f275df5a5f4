package io.millrace.start;

/** How a server that cannot start says why: one line of its log that the launcher finds and repeats. */
public final class StartFailure {

    /** What such a line begins with, after time and level. */
    public static final String MARK = "Millrace cannot start: ";

    private StartFailure() {}

    /** The sentence of the innermost cause, or the one that was written for the reader of the log. */
    public static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof CannotServe) && cause.getCause() != null) cause = cause.getCause();
        String message = cause.getMessage();
        if (cause instanceof CannotServe) return message == null ? "" : message;
        String name = cause.getClass().getSimpleName();
        return message == null ? name : name + ": " + message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
