package io.millrace.process;

import io.millrace.Refusal;

/** Nothing in the instance has failed for good, or somebody had it tried again a moment ago. */
public class NoIncident extends Refusal {

    private static final long serialVersionUID = 1;

    public NoIncident() {
        super(Kind.CONFLICT, "no_incident", "Nothing in this instance waits for another attempt.");
    }
}
