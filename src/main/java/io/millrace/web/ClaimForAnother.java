package io.millrace.web;

import io.millrace.Refusal;

/** Nobody gives a task to somebody else: people take what they do. */
public class ClaimForAnother extends Refusal {

    public ClaimForAnother() {
        super(Kind.FORBIDDEN, "claim_for_another", "You can claim a task for yourself only.");
    }
}
