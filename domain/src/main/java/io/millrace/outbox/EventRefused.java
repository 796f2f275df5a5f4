package io.millrace.outbox;

import io.millrace.Refusal;

/** A tenant's event breaks the rules for names, or carries what no event can. */
public class EventRefused extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param flaw the end of a sentence, such as "must not be empty" */
    public EventRefused(String part, String flaw) {
        super(
                Kind.UNPROCESSABLE,
                "event_refused",
                "The " + part + " of the event " + flaw + ".",
                new Finding("/" + part, flaw));
    }
}
