package io.millrace.jobs.outbox;

import io.millrace.outbox.DueEffect;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many deliveries of one effect this node lets through: no more than its share of the workers, so that a slow far
 * end cannot keep them all busy; and while nobody answers there, one now and then. The others stay where they are,
 * in their order.
 */
final class EffectLane {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final int width;
    private final Map<UUID, Handed> inHand = new HashMap<>();
    private Duration pause = Duration.ZERO;
    private long pausedAt;
    private long answeredAt = System.nanoTime();
    private boolean moreWait;
    private boolean crowdedOut;

    /** One that was handed over; its job is not known at once. */
    private record Handed(DueEffect effect, @Nullable UUID job) {}

    EffectLane(int width) {
        this.width = width;
    }

    /**
     * How many more may be handed over now.
     *
     * @param spare what all effects together leave; the first of each comes through all the same
     */
    synchronized int room(int spare) {
        int own = isAway() ? (isPausing() || !inHand.isEmpty() ? 0 : 1) : width - inHand.size();
        int room = Math.min(own, Math.max(inHand.isEmpty() ? 1 : 0, spare));
        crowdedOut = room < own;
        moreWait = room == 0;
        return room;
    }

    /** Nothing more may be due. */
    synchronized void anew() {
        crowdedOut = false;
    }

    /** Whether another lane's end may give it room. */
    synchronized boolean isCrowdedOut() {
        return crowdedOut;
    }

    synchronized int size() {
        return inHand.size();
    }

    synchronized boolean isAway() {
        return !pause.isZero();
    }

    /** Whether it makes no sense to try. */
    synchronized boolean isPausing() {
        return isAway() && System.nanoTime() - pausedAt < pause.toNanos();
    }

    /** Before they become jobs, which may end before anybody knows that they began. */
    synchronized void handsOver(Collection<DueEffect> effects, int asked) {
        effects.forEach(effect -> inHand.put(effect.deliveryId(), new Handed(effect, null)));
        // As many as were asked for: there may be more, and a place that was given back meanwhile told nobody.
        moreWait = effects.size() == asked;
    }

    synchronized void handedOver(Map<DueEffect, UUID> jobs) {
        jobs.forEach((effect, job) ->
                inHand.computeIfPresent(effect.deliveryId(), (id, handed) -> new Handed(handed.effect(), job)));
    }

    /** With their jobs; some of them may have been done by another node. */
    synchronized Map<DueEffect, UUID> inHand() {
        Map<DueEffect, UUID> jobs = new HashMap<>();
        inHand.values().forEach(handed -> {
            if (handed.job() != null) jobs.put(handed.effect(), handed.job());
        });
        return jobs;
    }

    synchronized void forget(Set<DueEffect> asked, Set<UUID> stillThere) {
        Set<UUID> gone = new HashSet<>();
        asked.forEach(effect -> gone.add(effect.deliveryId()));
        gone.removeAll(stillThere);
        inHand.keySet().removeAll(gone);
    }

    /** @return whether another may be waiting for its place */
    synchronized boolean ended(UUID delivery) {
        inHand.remove(delivery);
        return moreWait;
    }

    /** The far end has answered, whatever it was. */
    synchronized void answered() {
        answeredAt = System.nanoTime();
        pause = Duration.ZERO;
    }

    /**
     * Nobody answered.
     *
     * @param since when the attempt began
     * @return false if somebody did answer to others meanwhile, so that it was this delivery after all
     */
    synchronized boolean unanswered(long since) {
        if (answeredAt - since > 0) return false;
        // Of several at the same time only the first makes the pause longer.
        if (isPausing()) return true;
        Duration next = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        pausedAt = System.nanoTime();
        return true;
    }
}
