package io.millrace.api.schedule;

import io.millrace.correlation.EventVariables;
import io.millrace.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and how it goes.
 *
 * @param subject what each instance is about; absent when each is about itself
 * @param lastError why the last attempt failed; absent when it did not
 */
record ScheduleView(
        UUID id,
        String process,
        String name,
        @Nullable String cron,
        @Nullable String timeZone,
        @Nullable String every,
        @Nullable String subject,
        Map<String, Object> variables,
        Instant createdAt,
        Instant nextDueAt,
        @Nullable Instant lastStartedAt,
        @Nullable String lastError) {

    static ScheduleView of(Schedule schedule) {
        Duration every = schedule.every();
        return new ScheduleView(
                schedule.id(),
                schedule.process(),
                schedule.name(),
                schedule.cron(),
                schedule.timeZone(),
                every == null ? null : every.toString(),
                schedule.subject(),
                EventVariables.all(schedule.variables()),
                schedule.createdAt(),
                schedule.nextDueAt(),
                schedule.lastStartedAt(),
                schedule.lastError());
    }
}
