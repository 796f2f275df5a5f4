package io.millrace.approval;

import io.millrace.Refusal;

/** The member is not in the group that is asked at this gate. */
public class NotYourGate extends Refusal {

    public NotYourGate(GateName gate) {
        super(
                Kind.FORBIDDEN,
                "not_your_gate",
                "You are not among those who decide at the gate " + gate.wireName() + ".");
    }
}
