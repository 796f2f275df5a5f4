package io.millrace.wake;

/** Who waits for work on each node. */
public enum Sleeper {
    /** Deliveries of events. */
    RELAY,
    /** The job server's jobs. */
    JOBS,
    /** The process engine's jobs: timers, asynchronous steps. */
    ENGINE
}
