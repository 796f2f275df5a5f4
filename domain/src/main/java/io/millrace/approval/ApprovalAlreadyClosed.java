package io.millrace.approval;

import io.millrace.Refusal;

/** The approval has ended; nothing about it changes any more. */
public class ApprovalAlreadyClosed extends Refusal {

    public ApprovalAlreadyClosed(ApprovalState state) {
        super(Kind.CONFLICT, "approval_already_closed", "The approval is already " + state.wireName() + ".");
    }
}
