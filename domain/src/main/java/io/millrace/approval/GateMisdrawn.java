package io.millrace.approval;

import io.millrace.Refusal;

/** A tenant's own model has a step about a request's gate, and does not give it what that needs. */
public class GateMisdrawn extends Refusal {

    /** @param flaw what the process does, as the rest of a sentence about it */
    GateMisdrawn(String flaw) {
        super(
                Kind.CONFLICT,
                "gate_misdrawn",
                "This step is about a gate of a request, but its process %s. Its model must be mended."
                        .formatted(flaw));
    }
}
