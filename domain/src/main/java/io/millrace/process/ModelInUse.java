package io.millrace.process;

import io.millrace.Refusal;

/** Something runs by this version, ran by it, or would not find it any more. */
public class ModelInUse extends Refusal {

    private static final long serialVersionUID = 1;

    public ModelInUse(String why) {
        super(Kind.CONFLICT, "model_in_use", why);
    }
}
