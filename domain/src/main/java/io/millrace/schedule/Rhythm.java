package io.millrace.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When something is due again. */
public sealed interface Rhythm {

    /** The first time after now that belongs to it; empty when there is none any more. */
    Optional<Instant> after(Instant due, Instant now);

    /**
     * By the calendar.
     *
     * @param expression minute, hour, day of month, month, day of week
     */
    record Calendar(String expression, ZoneId zone) implements Rhythm {

        /** @throws IllegalArgumentException saying what is wrong with the expression */
        public Calendar {
            parser().parse(expression);
        }

        /**
         * What the hands of the clock show: a time that they leave out in spring is served as much later as they jump, and
         * one that they show twice in autumn is served once. The library would lose the first.
         */
        @Override
        public Optional<Instant> after(Instant due, Instant now) {
            ExecutionTime times = ExecutionTime.forCron(parser().parse(expression));
            Optional<ZonedDateTime> next = shown(times, now.atZone(zone).toLocalDateTime());
            while (next.isPresent() && !real(next.get()).isAfter(now)) {
                next = shown(times, next.get().toLocalDateTime());
            }
            return next.map(this::real);
        }

        private static Optional<ZonedDateTime> shown(ExecutionTime times, LocalDateTime after) {
            return times.nextExecution(after.atZone(ZoneOffset.UTC));
        }

        private Instant real(ZonedDateTime shown) {
            return shown.toLocalDateTime().atZone(zone).toInstant();
        }

        private static CronParser parser() {
            return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        }
    }

    /** So long after the time before, whenever that was served. */
    record Interval(Duration length) implements Rhythm {

        @Override
        public Optional<Instant> after(Instant due, Instant now) {
            if (due.isAfter(now)) return Optional.of(due);
            long missed = Duration.between(due, now).dividedBy(length);
            return Optional.of(due.plus(length.multipliedBy(missed + 1)));
        }
    }
}
