package io.millrace.jobs.outbox;

import io.millrace.outbox.SettleDelivery.Patience;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the relay is set. */
@Dependent
class RelaySettings {

    private static final int USUAL_WORKERS = 16;

    @Inject
    @ConfigProperty(name = "millrace.relay.workers", defaultValue = "4")
    int workers;

    @Inject
    @ConfigProperty(name = "millrace.relay.sweep", defaultValue = "PT1S")
    Duration sweep;

    @Inject
    @ConfigProperty(name = "millrace.relay.attempts", defaultValue = "10")
    int attempts;

    @Inject
    @ConfigProperty(name = "millrace.relay.first-pause", defaultValue = "PT0.25S")
    Duration firstPause;

    @Inject
    @ConfigProperty(name = "millrace.relay.longest-pause", defaultValue = "PT5M")
    Duration longestPause;

    @Inject
    @ConfigProperty(name = "millrace.relay.lease", defaultValue = "PT10S")
    Duration lease;

    @Inject
    @ConfigProperty(name = "millrace.relay.look-again", defaultValue = "PT5M")
    Duration lookAgain;

    /** How often an effect is tried again, after 3 s, 9 s, 27 s, … */
    @Inject
    @ConfigProperty(name = "millrace.jobs.retries", defaultValue = "10")
    int effectRetries;

    @Inject
    @ConfigProperty(name = "millrace.jobs.workers", defaultValue = "16")
    int jobWorkers;

    /**
     * Deliveries of one effect that this node hands over at once: half of the workers are left for everything else. One
     * without workers hands over to others, of which it knows nothing, what a node usually does.
     */
    int effectsAtOnce() {
        return Math.max(1, (jobWorkers == 0 ? USUAL_WORKERS : jobWorkers) / 2);
    }

    /** And of all effects: however many are slow, one worker is left for what comes next. */
    int effectsTogether() {
        return jobWorkers == 0 ? Integer.MAX_VALUE : Math.max(1, jobWorkers - 1);
    }

    Patience effectPatience() {
        return new Patience(effectRetries + 1, Duration.ofSeconds(3), Duration.ofDays(1));
    }

    Patience patience() {
        return new Patience(attempts, firstPause, longestPause);
    }
}
