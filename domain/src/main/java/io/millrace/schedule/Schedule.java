package io.millrace.schedule;

import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts a process again and again. */
@Entity
@Table(name = "schedule")
public class Schedule extends TenantOwned {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** By then the pause is as long as it gets. */
    private static final int MOST_DOUBLINGS = 6;

    @Column(name = "process_key")
    private String process;

    private String name;
    private @Nullable String cron;

    @Column(name = "time_zone")
    private @Nullable String timeZone;

    @Column(name = "every_seconds")
    private @Nullable Long everySeconds;

    private @Nullable String subject;
    private String variables;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "next_due_at")
    private Instant nextDueAt;

    @Column(name = "last_started_at")
    private @Nullable Instant lastStartedAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    private int failures;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Schedule() {} // JPA

    /** @param variables of each instance, as a JSON object of plain values */
    Schedule(
            String process,
            String name,
            Rhythm rhythm,
            @Nullable String subject,
            String variables,
            UUID createdBy,
            Instant now,
            Instant firstDue) {
        super(newId());
        this.process = process;
        this.name = name;
        this.subject = subject;
        this.variables = variables;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.dueAt = firstDue;
        this.nextDueAt = firstDue;
        if (rhythm instanceof Rhythm.Calendar calendar) {
            this.cron = calendar.expression();
            this.timeZone = calendar.zone().getId();
        } else if (rhythm instanceof Rhythm.Interval interval) {
            this.everySeconds = interval.length().toSeconds();
        }
    }

    private Rhythm rhythm() {
        return cron != null && timeZone != null
                ? new Rhythm.Calendar(cron, ZoneId.of(timeZone))
                : new Rhythm.Interval(Duration.ofSeconds(everySeconds == null ? 0 : everySeconds));
    }

    /** What was missed before now is served by this start too. */
    void started(Instant now) {
        lastStartedAt = now;
        lastError = null;
        failures = 0;
        dueAt = regular(now);
        nextDueAt = dueAt;
    }

    /** Nothing is started for the due time, and nothing makes up for it. */
    void passedOver(Instant now) {
        dueAt = regular(now);
        nextDueAt = dueAt;
    }

    void failed(String why, Instant now) {
        lastError = why;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        Instant again = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        Instant regular = regular(now);
        nextDueAt = again.isBefore(regular) ? again : regular;
    }

    /** A calendar without a further date (a day of a year that has passed) is asked again in an hour, for ever. */
    private Instant regular(Instant now) {
        Optional<Instant> next = rhythm().after(dueAt, now);
        return next.orElseGet(() -> now.plus(LONGEST_PAUSE));
    }

    public String process() {
        return process;
    }

    public String name() {
        return name;
    }

    public @Nullable String cron() {
        return cron;
    }

    public @Nullable String timeZone() {
        return timeZone;
    }

    public @Nullable Duration every() {
        return everySeconds == null ? null : Duration.ofSeconds(everySeconds);
    }

    /** What each instance is about; null when each is about itself. */
    public @Nullable String subject() {
        return subject;
    }

    /** As a JSON object. */
    public String variables() {
        return variables;
    }

    /** Whether the last start was refused. */
    boolean isFailing() {
        return failures > 0;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant nextDueAt() {
        return nextDueAt;
    }

    public @Nullable Instant lastStartedAt() {
        return lastStartedAt;
    }

    /** Why the last attempt failed; null when it did not. */
    public @Nullable String lastError() {
        return lastError;
    }
}
