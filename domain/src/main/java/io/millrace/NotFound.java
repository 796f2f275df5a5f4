package io.millrace;

/** There is no such thing, or none that this caller may know of: both look the same from outside. */
public class NotFound extends Refusal {

    public NotFound(String what) {
        super(Kind.NOT_FOUND, "not_found", "There is no such " + what + ".");
    }
}
