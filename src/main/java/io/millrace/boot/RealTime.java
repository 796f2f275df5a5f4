package io.millrace.boot;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The wall clock in whole microseconds, as PostgreSQL keeps them. */
final class RealTime extends Clock {

    // Not Clock.tick: on JDK 17 its millis() divides by zero for ticks below a millisecond.
    private final Clock wall;

    RealTime(ZoneId zone) {
        this.wall = Clock.system(zone);
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RealTime(zone);
    }

    @Override
    public Instant instant() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
