package io.millrace.api.json;

/** The body is longer than anything that we take. */
public class BodyTooLarge extends RuntimeException {

    public BodyTooLarge(int limit) {
        super("The request body must not be longer than " + limit + " bytes.", null, false, false);
    }
}
