package io.millrace.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

        /** A time that the clocks leave out in spring is served right after the gap, one that comes twice once. */
        @Override
        public Optional<Instant> after(Instant due, Instant now) {
            return ExecutionTime.forCron(parser().parse(expression))
                    .nextExecution(now.atZone(zone))
                    .map(time -> time.toInstant());
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
