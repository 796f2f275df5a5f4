package io.millrace.notification;

import io.millrace.outbox.Rows;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How many mails the processes of a tenant may send in any hour, so that a model gone wrong floods nobody. */
@ApplicationScoped
public class NoticeLimit {

    private static final Object KEY = NoticeLimit.class;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    EmailMessages messages;

    @Inject
    NoticeLine line;

    @Inject
    Tenants tenants;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "millrace.mail.notices-per-hour", defaultValue = "1000")
    int mostPerHour;

    /** What a transaction has been let through with: it has left the line, and would else stand behind everybody. */
    private record Turn(long place, int mails) {}

    /**
     * Before so many are queued in this transaction.
     *
     * @param waiter who comes again with the same when it must wait; null for nobody, who is behind all that wait
     * @throws NoticesMustWait when they may not be yet
     * @throws NoticeRefused when they never may, all at once
     */
    void require(@Nullable String waiter, int wanted) {
        if (wanted == 0) return;
        Instant now = clock.instant();
        Turn turn = turn(waiter);
        int inAll = turn.mails() + wanted;
        if (inAll > mostPerHour)
            throw new NoticeRefused("recipient", "is more than the " + mostPerHour + " people of an hour");
        if (!isTenantOpen()) throw NoticesMustWait.untilItIsOpen(now.plus(WINDOW));
        requireRoom(turn, wanted, now); // many that wait find so without waiting for each other as well
        // Until the transaction ends: of two at once the second counts the mails of the first. Whoever holds it wants
        // other locks later; nobody wants it who holds an event's, since what an event moves goes on in a job.
        rows.query(
                row -> true,
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                TenantScope.current() + "\nnotices");
        requireRoom(turn, wanted, now);
        if (waiter != null) line.leave(waiter);
        transaction.putResource(KEY, new Turn(turn.place(), inAll));
    }

    private Turn turn(@Nullable String waiter) {
        Turn before = (Turn) transaction.getResource(KEY);
        return before != null ? before : new Turn(line.placeOf(waiter), 0);
    }

    private void requireRoom(Turn turn, int wanted, Instant now) {
        long sent = messages.countSince(SendNotice.TEMPLATE, now.minus(WINDOW));
        if (sent + line.mailsBefore(turn.place(), now) + wanted <= mostPerHour) return;
        int inAll = turn.mails() + wanted;
        throw NoticesMustWait.becauseOf(
                mostPerHour, now.plus(SHORTEST_WAIT), waiter -> waitInLine(waiter, inAll, clock.instant()));
    }

    /** After the transaction that found no room has ended. */
    private Instant waitInLine(String waiter, int mails, Instant now) {
        long before = line.mailsBefore(line.placeOf(waiter), now);
        Instant again = later(whenThereIsRoom(before + mails, now), now.plus(SHORTEST_WAIT));
        line.wait(waiter, mails, now, again);
        return again;
    }

    /**
     * Each mail takes the place of the one that was as many before it as an hour has, an hour later; of those that wait
     * as well.
     *
     * @param wait how many, the last of which is asked for
     */
    private Instant whenThereIsRoom(long wait, Instant now) {
        Instant since = now.minus(WINDOW);
        long sent = messages.countSince(SendNotice.TEMPLATE, since);
        long hours = Math.max(1, (wait + mostPerHour - 1) / mostPerHour);
        long number = sent + wait - hours * mostPerHour;
        if (number < 1) return now.plus(WINDOW.multipliedBy(hours - 1));
        return messages.madeAt(SendNotice.TEMPLATE, since, (int) number).plus(WINDOW.multipliedBy(hours));
    }

    private boolean isTenantOpen() {
        return tenants.find(TenantScope.current()).filter(Tenant::isOpen).isPresent();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
