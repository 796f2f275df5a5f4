package io.millrace.process;

import io.millrace.Refusal;

/** It comes with the platform and belongs to everybody. */
public class SharedModel extends Refusal {

    private static final long serialVersionUID = 1;

    public SharedModel() {
        super(
                Kind.CONFLICT,
                "model_shared",
                "This version comes with the platform and stays. Deploy a version of your own to replace it.");
    }
}
