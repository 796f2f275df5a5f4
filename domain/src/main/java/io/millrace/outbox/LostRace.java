package io.millrace.outbox;

/** Somebody else changed the same thing first; nothing is wrong, and trying again at once will do. */
public class LostRace extends RuntimeException {

    public LostRace(String what, Throwable cause) {
        super(what, cause);
    }
}
