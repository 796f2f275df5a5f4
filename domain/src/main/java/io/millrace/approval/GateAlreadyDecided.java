package io.millrace.approval;

import io.millrace.Refusal;

/** Somebody has decided this gate. */
public class GateAlreadyDecided extends Refusal {

    public GateAlreadyDecided(GateName gate) {
        super(Kind.CONFLICT, "gate_already_decided", "The gate " + gate.wireName() + " has been decided already.");
    }
}
