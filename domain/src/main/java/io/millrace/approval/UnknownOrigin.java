package io.millrace.approval;

import io.millrace.Refusal;

/** The request names an origin that its requester cannot see. */
public class UnknownOrigin extends Refusal {

    public UnknownOrigin() {
        super(
                Kind.UNPROCESSABLE,
                "unknown_origin",
                "There is no such earlier request.",
                new Finding("/origin_id", "names no approval that you can see"));
    }
}
