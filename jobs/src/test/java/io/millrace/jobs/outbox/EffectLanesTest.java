package io.millrace.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.outbox.DueEffect;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectLanesTest {

    private final EffectLanes lanes = new EffectLanes();
    private final AtomicInteger woken = new AtomicInteger();

    private EffectLane of(int workers, String effect) {
        lanes.settings = new RelaySettings();
        lanes.settings.jobWorkers = workers;
        lanes.whenThereIsRoom(woken::incrementAndGet);
        return lanes.of(effect);
    }

    @Test
    void slow_ones_together_leave_a_worker_for_what_comes_next() {
        EffectLane mails = of(6, "mails");
        EffectLane hooks = of(6, "hooks");
        EffectLane third = of(6, "third");

        assertThat(handOver(mails)).isEqualTo(3);
        assertThat(handOver(hooks)).isEqualTo(2);
        assertThat(handOver(hooks)).isZero();
        assertThat(handOver(third)).isEqualTo(1);
        assertThat(handOver(third)).isZero();
    }

    @Test
    void an_end_in_one_lane_makes_room_in_another_that_it_had_crowded_out() {
        EffectLane mails = of(6, "mails");
        EffectLane third = of(6, "third");
        handOver(mails, 2); // and no more of it are due
        handOver(of(6, "hooks"));
        handOver(third);
        assertThat(lanes.room(third)).isZero();

        mails.inHand().keySet().forEach(effect -> lanes.ended(mails, effect.deliveryId()));

        assertThat(woken).hasValue(2);
        assertThat(lanes.room(third)).isEqualTo(1);
    }

    @Test
    void a_single_worker_serves_all() {
        assertThat(handOver(of(1, "mails"))).isEqualTo(1);
        assertThat(handOver(of(1, "hooks"))).isEqualTo(1);
        assertThat(lanes.room(of(1, "mails"))).isZero();
    }

    @Test
    void a_node_without_workers_hands_over_many_to_others() {
        assertThat(handOver(of(0, "mails"))).isEqualTo(8);
        assertThat(handOver(of(0, "hooks"))).isEqualTo(8);
    }

    private int handOver(EffectLane lane) {
        return handOver(lane, Integer.MAX_VALUE);
    }

    /** As many as are due and there is room for. */
    private int handOver(EffectLane lane, int due) {
        int room = lanes.room(lane);
        List<DueEffect> effects = IntStream.range(0, Math.min(room, due))
                .mapToObj(i -> new DueEffect(new UUID(0, 7), UUID.randomUUID(), "any", null))
                .toList();
        lane.handsOver(effects, room);
        effects.forEach(effect -> lane.handedOver(Map.of(effect, effect.deliveryId())));
        return effects.size();
    }
}
