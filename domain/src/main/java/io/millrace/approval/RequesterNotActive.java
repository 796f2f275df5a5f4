package io.millrace.approval;

import io.millrace.Refusal;

/** A process asks for somebody who cannot ask. */
public class RequesterNotActive extends Refusal {

    private static final long serialVersionUID = 1;

    public RequesterNotActive() {
        super(
                Kind.UNPROCESSABLE,
                "requester_not_active",
                "The requester is no active member who may ask for approvals.",
                new Finding("/requester", "must be an active member who may ask for approvals"));
    }
}
