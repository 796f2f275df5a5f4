package io.millrace.notification;

import io.millrace.outbox.ExpectedFailure;

/** The mail server would not take this mail now; later it may. */
public class MailNotSent extends ExpectedFailure {

    /** @param reason without the address; the mail library's own exception, which has it, is left out */
    public MailNotSent(String reason) {
        super(reason);
    }
}
