package io.millrace.notification;

import io.millrace.outbox.FarEndAway;

/** The mail server could not be reached, let nobody in, or broke off in the middle. */
public class MailServerAway extends FarEndAway {

    /** @param reason without the address; the mail library's own exception, which has it, is left out */
    public MailServerAway(String reason) {
        super(reason);
    }
}
