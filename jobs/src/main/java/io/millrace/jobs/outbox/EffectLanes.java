package io.millrace.jobs.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** This node's lane of each effect, and who is told when there is room in one again. */
@ApplicationScoped
public class EffectLanes {

    private final Map<String, EffectLane> lanes = new ConcurrentHashMap<>();
    private volatile Runnable roomAgain = () -> {};

    @Inject
    RelaySettings settings;

    /** @param effect its subscriber's name */
    EffectLane of(String effect) {
        return lanes.computeIfAbsent(effect, name -> new EffectLane(settings.effectsAtOnce()));
    }

    /** @param wake quick and never blocking */
    void whenThereIsRoom(Runnable wake) {
        roomAgain = wake;
    }

    /** What is due is looked at anew. */
    void anew() {
        lanes.values().forEach(EffectLane::anew);
    }

    /** How many more of the lane's effect may be handed over now; of all together so many that a worker is left. */
    int room(EffectLane lane) {
        int inHand = lanes.values().stream().mapToInt(EffectLane::size).sum();
        return lane.room(settings.effectsTogether() - inHand);
    }

    void ended(EffectLane lane, UUID delivery) {
        boolean moreWait = lane.ended(delivery);
        if (moreWait || lanes.values().stream().anyMatch(EffectLane::isCrowdedOut)) roomAgain.run();
    }

    /** Whether whatever the effect talks to has not answered this node lately. */
    public boolean isAway(String effect) {
        EffectLane lane = lanes.get(effect);
        return lane != null && lane.isAway();
    }
}
