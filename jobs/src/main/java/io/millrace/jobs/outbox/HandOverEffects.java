package io.millrace.jobs.outbox;

import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.DueEffect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Hands due effects to the job server, and looks after those that were handed over long ago. */
@ApplicationScoped
class HandOverEffects {

    private static final int BATCH = 200;

    @Inject
    DeliveryQueue queue;

    @Inject
    EffectJobs effectJobs;

    @Inject
    RelaySettings settings;

    /**
     * Three steps, each committed by itself: lease, enqueue, note. A crash between them repeats the step
     * after the lease has ended, and the job's id makes the repetition harmless.
     */
    void handOver() {
        List<DueEffect> due;
        do {
            due = queue.leaseEffects(BATCH, settings.lease);
            if (!due.isEmpty()) queue.handedOver(effectJobs.enqueue(due), settings.lookAgain);
        } while (due.size() == BATCH);
    }
}
