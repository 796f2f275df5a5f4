package io.millrace.process;

import io.millrace.Refusal;

/** Nothing of it is left to be stopped. */
public class InstanceEnded extends Refusal {

    private static final long serialVersionUID = 1;

    public InstanceEnded() {
        super(Kind.CONFLICT, "instance_ended", "The instance has ended already.");
    }
}
