package io.millrace.workflows.engine;

import java.time.Clock;
import org.joda.time.DateTimeUtils;

/**
 * Lets the engine ask our clock, which answers for the tenant that is bound. Calendars of our own would
 * not do: cycles take their start from the engine's static clock.
 */
final class EngineTime {

    private EngineTime() {}

    static void follow(Clock clock) {
        // Not clock.millis(): the JDK's divides by zero in a clock that ticks faster than milliseconds.
        DateTimeUtils.setCurrentMillisProvider(() -> clock.instant().toEpochMilli());
    }

    static void followSystem() {
        DateTimeUtils.setCurrentMillisSystem();
    }
}
