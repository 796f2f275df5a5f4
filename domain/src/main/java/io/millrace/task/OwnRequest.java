package io.millrace.task;

import io.millrace.Refusal;

/** Nobody decides their own request. */
public class OwnRequest extends Refusal {

    public OwnRequest() {
        super(Kind.FORBIDDEN, "own_request", "Nobody decides their own request.");
    }
}
