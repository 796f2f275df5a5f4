package io.millrace.notification;

import io.millrace.outbox.Rows;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many mails the processes of a tenant may send in any hour, so that a model gone wrong floods nobody. */
@ApplicationScoped
public class NoticeLimit {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    @Inject
    EmailMessages messages;

    @Inject
    Tenants tenants;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "millrace.mail.notices-per-hour", defaultValue = "1000")
    int mostPerHour;

    /**
     * Before so many are queued in this transaction.
     *
     * @throws NoticesMustWait saying when they may be
     * @throws NoticeRefused when they never may, all at once
     */
    void require(int wanted) {
        if (wanted == 0) return;
        Instant now = clock.instant();
        if (wanted > mostPerHour)
            throw new NoticeRefused("recipient", "is more than the " + mostPerHour + " people of an hour");
        if (!isTenantOpen()) throw NoticesMustWait.untilItIsOpen(now.plus(WINDOW));
        requirePlace(wanted, now); // many that wait find so without waiting for each other as well
        // Until the transaction ends: of two at once the second counts the mails of the first.
        rows.query(
                row -> true,
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                TenantScope.current() + "\nnotices");
        requirePlace(wanted, now);
    }

    private void requirePlace(int wanted, Instant now) {
        Instant since = now.minus(WINDOW);
        long sent = messages.countSince(SendNotice.TEMPLATE, since);
        if (sent + wanted <= mostPerHour) return;
        // As many as are too many must have become older than the window.
        Instant free = messages.madeAt(SendNotice.TEMPLATE, since, (int) (sent + wanted - mostPerHour))
                .plus(WINDOW);
        throw NoticesMustWait.becauseOf(mostPerHour, later(free, now.plus(SHORTEST_WAIT)));
    }

    private boolean isTenantOpen() {
        return tenants.find(TenantScope.current()).filter(Tenant::isOpen).isPresent();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
