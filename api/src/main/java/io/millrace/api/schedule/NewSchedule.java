package io.millrace.api.schedule;

import io.millrace.api.json.Text;
import io.millrace.schedule.MakeSchedule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a process is to be started, and with what: cron and time_zone, or every. */
record NewSchedule(
        @Text(min = 1, max = 63) String process,
        @Text(min = 1, max = 100) String name,
        @Text(min = 1, max = 100) @Nullable String cron,
        @Text(min = 1, max = 60) @Nullable String timeZone,
        @Text(min = 1, max = 40) @Nullable String every,
        @Text(min = 1, max = 255) @Nullable String subject,
        @Nullable Map<String, @Nullable Object> variables) {

    MakeSchedule.Wanted toWanted() {
        return new MakeSchedule.Wanted(
                process, name, cron, timeZone, every, subject, variables == null ? Map.of() : variables);
    }
}
