package io.millrace.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.outbox.DueEffect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectLaneTest {

    private static final int MANY = 100;

    private final EffectLane lane = new EffectLane(3);

    @Test
    void it_takes_its_share_and_then_one_for_each_that_ends() {
        lane.handsOver(effects(1, 2, 3), 3);

        assertThat(lane.room(MANY)).isZero();
        assertThat(lane.ended(id(2))).as("others may wait").isTrue();
        assertThat(lane.room(MANY)).isEqualTo(1);
        assertThat(lane.ended(id(1))).as("others may wait").isFalse();
    }

    @Test
    void a_place_that_is_given_back_while_others_are_fetched_is_filled_at_the_next_end() {
        lane.handsOver(effects(1), 3);
        assertThat(lane.room(MANY)).isEqualTo(2);
        lane.ended(id(1)); // while the two that there was room for are fetched
        lane.handsOver(effects(2, 3), 2);

        assertThat(lane.ended(id(2))).as("others may wait").isTrue();
    }

    @Test
    void one_that_another_node_has_made_gives_its_place_back() {
        List<DueEffect> effects = effects(1, 2, 3);
        lane.handsOver(effects, 3);
        lane.handedOver(Map.of(effects.get(0), id(1), effects.get(1), id(2)));

        lane.forget(lane.inHand().keySet(), Set.of(id(1)));

        assertThat(lane.inHand()).containsOnlyKeys(effects.get(0));
        assertThat(lane.room(MANY)).isEqualTo(1);
    }

    @Test
    void it_pauses_while_nobody_answers_and_goes_on_at_the_first_answer() {
        assertThat(lane.unanswered(System.nanoTime())).isTrue();

        assertThat(lane.room(MANY)).isZero();
        assertThat(lane.isAway()).isTrue();
        lane.answered();
        assertThat(lane.isAway()).isFalse();
        assertThat(lane.room(MANY)).isEqualTo(3);
    }

    @Test
    void one_that_fails_while_others_are_answered_is_to_blame_itself() {
        long begun = System.nanoTime();
        lane.answered();

        assertThat(lane.unanswered(begun)).isFalse();
        assertThat(lane.isAway()).isFalse();
    }

    private static List<DueEffect> effects(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> new DueEffect(new UUID(0, 7), id(number), "RingBell", null))
                .toList();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
