package io.millrace.approval;

import io.millrace.Refusal;

/** It is not this gate's turn, or it will never be. */
public class GateNotOpen extends Refusal {

    public GateNotOpen(GateName gate) {
        super(Kind.CONFLICT, "gate_not_open", "The gate " + gate.wireName() + " is not open.");
    }
}
