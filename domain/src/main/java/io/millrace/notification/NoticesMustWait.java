package io.millrace.notification;

import io.millrace.NotYet;
import java.time.Instant;

/** The tenant's processes have mailed as much as they may for now, or may mail nothing. */
public class NoticesMustWait extends NotYet {

    private static final long serialVersionUID = 1;

    private NoticesMustWait(String detail, Instant again) {
        super("mail_limit_reached", detail, again);
    }

    static NoticesMustWait becauseOf(int mostPerHour, Instant again) {
        return new NoticesMustWait("The processes here have sent " + mostPerHour + " mails within an hour.", again);
    }

    static NoticesMustWait untilItIsOpen(Instant again) {
        return new NoticesMustWait("The company is suspended, and its processes mail nobody.", again);
    }
}
