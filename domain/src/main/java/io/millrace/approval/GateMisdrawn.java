package io.millrace.approval;

import io.millrace.Refusal;

/** A tenant's own model has a task decide a gate, and does not give it what that needs. */
public class GateMisdrawn extends Refusal {

    /** @param flaw what the model does, as the rest of a sentence about it */
    GateMisdrawn(String flaw) {
        super(
                Kind.CONFLICT,
                "gate_misdrawn",
                "This task decides a gate of a request, but its process %s. Its model must be mended.".formatted(flaw));
    }
}
