package io.millrace.web;

import io.millrace.Refusal;

/** What a page sent is not what the vendor's pages send. */
public class UnreadableCall extends Refusal {

    public UnreadableCall() {
        super(Kind.UNPROCESSABLE, "unreadable", "The request cannot be read.");
    }
}
