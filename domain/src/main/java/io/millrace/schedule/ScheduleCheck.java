package io.millrace.schedule;

import io.millrace.Refusal.Finding;
import io.millrace.schedule.MakeSchedule.Wanted;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a schedule may be made; everything that stands against it is found at once. */
final class ScheduleCheck {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final List<Finding> findings = new ArrayList<>();

    private ScheduleCheck() {}

    /** What there is to know of one that may be made. */
    record Checked(Rhythm rhythm, Instant firstDue) {}

    /** @throws ScheduleRefused with each finding */
    static Checked of(Wanted wanted, boolean isStartable, Instant now) {
        ScheduleCheck check = new ScheduleCheck();
        if (!isStartable) {
            check.wrong("/process", "is no process here that starts without an event");
        }
        wanted.variables().keySet().stream()
                .filter(name -> !VARIABLE.matcher(name).matches())
                .forEach(name -> check.wrong(
                        "/variables/" + shown(name), "must be called by letters, digits and underscores, up to 63"));
        Rhythm rhythm = check.rhythm(wanted);
        Optional<Instant> first = rhythm == null ? Optional.empty() : rhythm.after(firstOf(rhythm, now), now);
        if (rhythm != null && first.isEmpty()) check.wrong("/cron", "names no time that ever comes");
        if (rhythm == null || first.isEmpty() || !check.findings.isEmpty()) throw new ScheduleRefused(check.findings);
        return new Checked(rhythm, first.get());
    }

    private static Instant firstOf(Rhythm rhythm, Instant now) {
        return rhythm instanceof Rhythm.Interval interval ? now.plus(interval.length()) : now;
    }

    private @Nullable Rhythm rhythm(Wanted wanted) {
        if ((wanted.cron() == null) == (wanted.every() == null)) {
            return wrong(wanted.cron() == null ? "/cron" : "/every", "either cron or every must be there, not both");
        }
        if (wanted.every() != null) {
            if (wanted.timeZone() != null) wrong("/time_zone", "belongs to cron; an interval is the same everywhere");
            return interval(wanted.every());
        }
        ZoneId zone = zone(wanted.timeZone());
        return calendar(String.valueOf(wanted.cron()), zone);
    }

    private @Nullable Rhythm interval(String every) {
        try {
            Duration length = Duration.parse(every);
            boolean fits = length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
            if (fits) return new Rhythm.Interval(Duration.ofSeconds(length.toSeconds()));
        } catch (DateTimeParseException e) {
            // said below
        }
        return wrong("/every", "must be an ISO 8601 duration from PT1M to P366D");
    }

    private @Nullable ZoneId zone(@Nullable String id) {
        try {
            // By name only: an offset knows no summer.
            if (id != null && ZoneId.getAvailableZoneIds().contains(id)) return ZoneId.of(id);
        } catch (DateTimeException e) {
            // said below
        }
        wrong("/time_zone", "must be the name of a time zone, such as Europe/Berlin or UTC");
        return null;
    }

    private @Nullable Rhythm calendar(String cron, @Nullable ZoneId zone) {
        try {
            Rhythm calendar = new Rhythm.Calendar(cron, zone == null ? ZoneId.of("UTC") : zone);
            return zone == null ? null : calendar;
        } catch (IllegalArgumentException e) {
            return wrong(
                    "/cron",
                    "must be minute, hour, day of month, month and day of week, such as 30 6 * * 1-5 for half past six"
                            + " on weekdays");
        }
    }

    private static String shown(String name) {
        String some = name.length() <= 100 ? name : name.substring(0, 100) + "…";
        return some.replace("~", "~0").replace("/", "~1");
    }

    private @Nullable Rhythm wrong(String pointer, String detail) {
        findings.add(new Finding(pointer, detail));
        return null;
    }
}
