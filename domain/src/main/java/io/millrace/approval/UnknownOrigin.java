package io.millrace.approval;

import io.millrace.Refusal;

/** The request names an origin that is no returned request of its requester. */
public class UnknownOrigin extends Refusal {

    static final Finding FINDING = new Finding("/origin_id", "must name a request of your own that was returned");

    public UnknownOrigin() {
        super(Kind.UNPROCESSABLE, "unknown_origin", "There is no such request of yours that was returned.", FINDING);
    }
}
