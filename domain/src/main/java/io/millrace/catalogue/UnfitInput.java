package io.millrace.catalogue;

import io.millrace.Refusal;

/** A model gives a delegate something that it cannot take; trying again gives the same. */
public class UnfitInput extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param flaw the end of a sentence, such as "must not be empty" */
    public UnfitInput(String input, String flaw) {
        super(Kind.UNPROCESSABLE, "unfit_input", "The input \"" + input + "\" of the step " + flaw + ".");
    }
}
