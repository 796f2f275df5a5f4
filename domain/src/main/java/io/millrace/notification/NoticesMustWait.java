package io.millrace.notification;

import io.millrace.NotYet;
import java.time.Instant;
import java.util.function.Function;

/** The tenant's processes have mailed as much as they may for now, or may mail nothing. */
public class NoticesMustWait extends NotYet {

    private static final long serialVersionUID = 1;

    private final transient Function<String, Instant> line;

    private NoticesMustWait(String detail, Instant again, Function<String, Instant> line) {
        super("mail_limit_reached", detail, again);
        this.line = line;
    }

    /** @param line where who waits is told when to come again */
    static NoticesMustWait becauseOf(int mostPerHour, Instant again, Function<String, Instant> line) {
        return new NoticesMustWait(
                "The processes here have sent " + mostPerHour + " mails within an hour.", again, line);
    }

    static NoticesMustWait untilItIsOpen(Instant again) {
        return new NoticesMustWait("The company is suspended, and its processes mail nobody.", again, waiter -> again);
    }

    @Override
    public Instant again(String waiter) {
        return line.apply(waiter);
    }
}
