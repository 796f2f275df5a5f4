package io.millrace.approval;

import io.millrace.Refusal;

/** Only the requester recalls a request. */
public class NotYourRequest extends Refusal {

    public NotYourRequest() {
        super(Kind.FORBIDDEN, "not_your_request", "Only the requester can recall a request.");
    }
}
