package io.millrace.process;

import io.millrace.Refusal;
import java.util.UUID;

/** Another instance waits for its outcome, which cancelling it would leave open. */
public class InstanceCalled extends Refusal {

    private static final long serialVersionUID = 1;

    public InstanceCalled(UUID caller) {
        super(
                Kind.CONFLICT,
                "instance_called",
                "The instance " + caller + " called it and waits for it; cancel that one.");
    }
}
