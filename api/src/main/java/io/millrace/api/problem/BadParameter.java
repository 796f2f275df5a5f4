package io.millrace.api.problem;

import jakarta.ws.rs.BadRequestException;

/** A query parameter or a header is not what the request takes. */
public class BadParameter extends BadRequestException {

    private static final long serialVersionUID = 1;

    private final String name;
    private final String flaw;

    public BadParameter(String name, String flaw) {
        super(name + " " + flaw);
        this.name = name;
        this.flaw = flaw;
    }

    String name() {
        return name;
    }

    String flaw() {
        return flaw;
    }
}
