package io.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Page;
import io.millrace.harness.Room;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryQueueIT {

    @RegisterExtension
    static final Room room = Room.with(Note.class, Post.class);

    private static final SettleDelivery.Patience THREE = new SettleDelivery.Patience(3, Duration.ZERO, Duration.ZERO);

    private UUID acme = new UUID(0, 0);

    @BeforeEach
    void a_new_tenant() {
        acme = room.anotherTenant("acme");
    }

    @AfterEach
    void an_empty_queue() {
        room.database().run("DELETE FROM delivery_dispatch");
    }

    @Test
    void only_the_first_of_a_subject_can_be_claimed() {
        happen("wheel", 1);
        happen("wheel", 2);

        assertThat(numbersOf(claim())).containsExactly(1);
        settle();
        assertThat(numbersOf(claim())).containsExactly(2);
    }

    @Test
    void a_successor_waits_while_the_first_is_being_made() {
        happen("wheel", 1);
        happen("wheel", 2);
        Line line = queue().dueLines(10).get(0);
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> room.inside(acme, () -> {
            ClaimedDelivery mine = queue().claimFirst(line).orElseThrow();
            claimed.countDown();
            await(looked);
            room.get(SettleDelivery.class).done(mine.id());
        }));
        await(claimed);

        assertThat(claim()).isEmpty();

        looked.countDown();
        first.join();
        assertThat(numbersOf(claim())).containsExactly(2);
    }

    @Test
    void a_failed_attempt_is_counted_and_put_off() {
        happen("wheel", 1);
        UUID delivery = claim().orElseThrow().id();

        room.inside(
                acme,
                () -> room.get(SettleDelivery.class)
                        .failed(
                                delivery,
                                "no luck",
                                new SettleDelivery.Patience(3, Duration.ofHours(1), Duration.ofHours(2))));

        assertThat(queue().dueLines(10)).isEmpty();
        assertThat(room.database()
                        .texts("SELECT attempts || ' ' || state || ' ' || last_error FROM event_delivery"
                                + " WHERE id = '" + delivery + "'"))
                .containsExactly("1 OPEN no luck");
    }

    @Test
    void a_dead_one_parks_its_successors_until_an_operator_retries_it() {
        happen("wheel", 1);
        happen("wheel", 2);
        happen("mill", 7);
        UUID delivery = numbered(1);
        for (int attempt = 0; attempt < 3; attempt++) {
            room.inside(acme, () -> room.get(SettleDelivery.class).failed(delivery, "no luck", THREE));
        }

        assertThat(queue().dueLines(10)).hasSize(1); // the mill's
        Page<Delivery> dead = room.inside(acme, () -> room.get(Deliveries.class).page(Delivery.State.DEAD, null, 10));
        assertThat(dead.items()).extracting(Delivery::id).containsExactly(delivery);

        Delivery again = room.inside(acme, () -> room.get(RetryDelivery.class).retry(delivery, null));

        assertThat(again.state()).isEqualTo(Delivery.State.OPEN);
        assertThat(queue().dueLines(10)).hasSize(2);
        assertThat(room.database()
                        .texts("SELECT from_state || '>' || to_state FROM audit_entry WHERE subject_id = '" + delivery
                                + "'"))
                .containsExactly("dead>open");
    }

    @Test
    void only_a_dead_delivery_can_be_retried() {
        happen("wheel", 1);
        UUID open = claim().orElseThrow().id();

        assertThatThrownBy(() ->
                        room.inside(acme, () -> room.get(RetryDelivery.class).retry(open, null)))
                .isInstanceOf(DeliveryNotDead.class);
    }

    @Test
    void a_dead_delivery_is_invisible_to_another_tenant() {
        happen("wheel", 1);
        UUID delivery = claim().orElseThrow().id();
        UUID globex = room.anotherTenant("globex");

        assertThatThrownBy(() ->
                        room.inside(globex, () -> room.get(RetryDelivery.class).retry(delivery, null)))
                .hasMessage("There is no such delivery.");
    }

    @Test
    void an_effect_is_leased_once_and_comes_back_when_its_lease_ends() {
        happen("letter", 1);

        List<DueEffect> mine = lease(Duration.ofHours(1));
        List<DueEffect> theirs = lease(Duration.ofHours(1));
        queue().handedOver(Map.of(mine.get(0), mine.get(0).deliveryId()), Duration.ZERO);
        List<DueEffect> again = lease(Duration.ZERO);

        assertThat(mine).hasSize(1).allMatch(e -> e.jobId() == null);
        assertThat(theirs).isEmpty();
        assertThat(again).hasSize(1).allMatch(e -> e.deliveryId().equals(e.jobId()));
    }

    @Test
    void effects_come_in_the_order_in_which_they_were_asked_for_or_the_longest_due_first() {
        for (int number = 1; number <= 3; number++) happen("letter", number);
        UUID first = lease(Duration.ZERO).get(0).deliveryId();
        room.inside(acme, () -> room.get(SettleDelivery.class).notTried(first, "nobody there"));

        assertThat(queue().leaseEffects("Post", DeliveryQueue.First.LONGEST_DUE, 2, Duration.ZERO))
                .hasSize(2)
                .noneMatch(effect -> effect.deliveryId().equals(first));
        assertThat(lease(Duration.ZERO).get(0).deliveryId()).isEqualTo(first);
        assertThat(room.database()
                        .texts("SELECT attempts || ' ' || last_error FROM event_delivery WHERE id = '" + first + "'"))
                .containsExactly("0 nobody there");
    }

    @Test
    void one_that_was_put_off_before_its_job_was_noted_stays_put_off() {
        happen("letter", 1);
        DueEffect letter = lease(Duration.ofHours(1)).get(0);
        room.inside(acme, () -> room.get(SettleDelivery.class).notTried(letter.deliveryId(), "nobody there"));

        queue().handedOver(Map.of(letter, letter.deliveryId()), Duration.ofHours(1));

        assertThat(queue().dueEffects()).containsExactly("Post");
        assertThat(queue().stillHandedOver(Map.of(letter, letter.deliveryId()))).isEmpty();
        DueEffect again = lease(Duration.ofHours(1)).get(0);
        assertThat(again.jobId()).isNotNull().isNotEqualTo(letter.deliveryId());
        queue().handedOver(Map.of(again, again.jobId()), Duration.ofHours(1));
        assertThat(queue().stillHandedOver(Map.of(again, again.jobId()))).containsExactly(letter.deliveryId());
    }

    private List<DueEffect> lease(Duration howLong) {
        return queue().leaseEffects("Post", DeliveryQueue.First.OLDEST, 10, howLong);
    }

    private DeliveryQueue queue() {
        return room.get(DeliveryQueue.class);
    }

    private void happen(String what, int number) {
        room.inside(acme, () -> room.get(Outbox.class).add(new Happened(what, number)));
    }

    private Optional<ClaimedDelivery> claim() {
        Line line = queue().dueLines(10).get(0);
        return room.inside(acme, () -> queue().claimFirst(line));
    }

    private void settle() {
        Line line = queue().dueLines(10).get(0);
        room.inside(
                acme,
                () -> room.get(SettleDelivery.class)
                        .done(queue().claimFirst(line).orElseThrow().id()));
    }

    private UUID numbered(int number) {
        return UUID.fromString(room.database()
                .texts("SELECT d.id FROM event_delivery d JOIN event e ON e.id = d.event_id WHERE d.tenant_id = '"
                        + acme + "' AND d.subscriber = 'Note' AND e.data ->> 'number' = '" + number + "'")
                .get(0));
    }

    private static List<Integer> numbersOf(Optional<ClaimedDelivery> claimed) {
        return claimed.stream().map(c -> c.event().as(Happened.class).number()).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
