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
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }

    static void followSystem() {
        DateTimeUtils.setCurrentMillisSystem();
    }
}
