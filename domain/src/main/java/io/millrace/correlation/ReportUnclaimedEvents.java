package io.millrace.correlation;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.correlation.WaitingMessages.Expired;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Forgets the bound tenant's messages whose time is over, and reports those that nobody has taken. */
@ApplicationScoped
public class ReportUnclaimedEvents {

    /** Of a transaction. */
    public static final int BATCH = 200;

    @Inject
    WaitingMessages messages;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** @return how many there were: with {@link #BATCH} of them there may be more */
    @Transactional
    public int report() {
        Instant now = clock.instant();
        List<Expired> expired = messages.expire(now, BATCH);
        expired.stream().filter(message -> !message.taken()).forEach(message -> tell(message, now));
        return expired.size();
    }

    private void tell(Expired message, Instant now) {
        audit.record(new AuditEntry(now, DomainEvent.typeOf(EventUnclaimed.class), "event", message.eventId(), null)
                .saying(message.type()));
        outbox.add(new EventUnclaimed(message.subject(), message.eventId(), message.type()));
    }
}
