package io.millrace.process;

import io.millrace.Refusal;

/** A step of a model could not be done, and with it all that was asked for: nothing of it has happened. */
public class ProcessFailed extends Refusal {

    private static final long serialVersionUID = 1;

    /**
     * @param element its id in the model
     * @param why a sentence without its full stop
     */
    public ProcessFailed(String process, String element, String why) {
        super(
                Kind.UNPROCESSABLE,
                "process_failed",
                "The process " + process + " failed at \"" + element + "\": " + why + ". Nothing was changed.");
    }
}
