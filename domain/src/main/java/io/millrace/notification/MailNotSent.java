package io.millrace.notification;

import io.millrace.outbox.ExpectedFailure;

/** The mail server could not be reached or would not take the mail now; later may do. */
public class MailNotSent extends ExpectedFailure {

    /** @param reason without the address; the mail library's own exception, which has it, is left out */
    public MailNotSent(String reason) {
        super(reason);
    }
}
