package io.millrace.notification;

import io.millrace.Refusal;

/** A process says something that cannot be mailed. */
public class NoticeRefused extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param flaw the end of a sentence, such as "must not be empty" */
    public NoticeRefused(String part, String flaw) {
        super(
                Kind.UNPROCESSABLE,
                "notice_refused",
                "The " + part + " of the mail " + flaw + ".",
                new Finding("/" + part, flaw));
    }
}
