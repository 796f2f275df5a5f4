package io.millrace.jobs.outbox;

import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.DeliveryQueue.First;
import io.millrace.outbox.DueEffect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands due effects to the job server, and looks after those that were handed over long ago. */
@ApplicationScoped
class HandOverEffects {

    @Inject
    DeliveryQueue queue;

    @Inject
    EffectJobs effectJobs;

    @Inject
    EffectLanes lanes;

    @Inject
    RelaySettings settings;

    /** As many as there is room for; what is left waits until one of them has ended. */
    void handOver() {
        lanes.anew();
        queue.dueEffects().forEach(effect -> handOver(effect, lanes.of(effect)));
    }

    private void handOver(String effect, EffectLane lane) {
        Map<DueEffect, UUID> known = lane.inHand();
        if (!known.isEmpty()) lane.forget(known.keySet(), queue.stillHandedOver(known));
        int room = lanes.room(lane);
        if (room == 0) return;
        First first = lane.isAway() ? First.LONGEST_DUE : First.OLDEST;
        handOver(queue.leaseEffects(effect, first, room, settings.lease), room, lane);
    }

    /**
     * Three steps, each committed by itself: lease, enqueue, note. A crash between them repeats the step
     * after the lease has ended, and the job's id makes the repetition harmless.
     */
    private void handOver(List<DueEffect> leased, int asked, EffectLane lane) {
        if (leased.isEmpty()) return;
        lane.handsOver(leased, asked);
        try {
            Map<DueEffect, UUID> jobs = effectJobs.enqueue(leased);
            lane.handedOver(jobs);
            queue.handedOver(jobs, settings.lookAgain);
            handOverLater(
                    leased.stream().filter(effect -> !jobs.containsKey(effect)).toList(), lane);
        } catch (RuntimeException e) {
            leased.forEach(effect -> lane.ended(effect.deliveryId()));
            throw e;
        }
    }

    private void handOverLater(List<DueEffect> withoutJob, EffectLane lane) {
        if (withoutJob.isEmpty()) return;
        queue.anotherJob(withoutJob);
        withoutJob.forEach(effect -> lane.ended(effect.deliveryId()));
    }
}
