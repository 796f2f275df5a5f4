package io.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Page;
import io.millrace.harness.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveriesIT {

    @RegisterExtension
    static final Room room = Room.with(Note.class, Post.class);

    private UUID acme = new UUID(0, 0);

    @BeforeEach
    void a_new_tenant() {
        acme = room.anotherTenant("acme");
    }

    @Test
    void they_are_listed_from_the_newest_to_the_oldest() {
        happen(1, 2, 3, 4, 5, 6);

        assertThat(page(null, 20).items())
                .extracting(this::story)
                .containsExactly(
                        "6 Post", "6 Note", "5 Post", "5 Note", "4 Post", "4 Note", "3 Post", "3 Note", "2 Post",
                        "2 Note", "1 Post", "1 Note");
    }

    @Test
    void their_ids_are_like_all_others_and_an_event_has_one_per_subscriber() {
        happen(1);

        assertThat(page(null, 20).items())
                .allSatisfy(delivery -> assertThat(delivery.id().version()).isEqualTo(7));
        assertThatThrownBy(() -> room.database()
                        .run("INSERT INTO event_delivery (tenant_id, id, event_id, subscriber, kind, state, created_at)"
                                + " SELECT tenant_id, gen_random_uuid(), event_id, subscriber, kind, state, created_at"
                                + " FROM event_delivery WHERE tenant_id = '" + acme + "'"))
                .hasStackTraceContaining("event_delivery_tenant_id_event_id_subscriber_key");
    }

    @Test
    void one_that_is_made_after_all_forgets_its_error() {
        happen(1);
        UUID delivery = page(null, 1).items().get(0).id();
        room.inside(
                acme,
                () -> room.get(SettleDelivery.class)
                        .failed(delivery, "no luck", new SettleDelivery.Patience(3, Duration.ZERO, Duration.ZERO)));

        room.inside(acme, () -> room.get(SettleDelivery.class).done(delivery));

        assertThat(room.<Delivery>inside(acme, () -> room.get(Deliveries.class).require(delivery)))
                .returns(Delivery.State.DONE, Delivery::state)
                .returns(2, Delivery::attempts)
                .returns(null, Delivery::lastError);
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended_even_in_the_middle_of_an_event() {
        happen(1, 2, 3);

        Page<Delivery> first = page(null, 3);
        happen(4); // it moves nothing that comes later
        Page<Delivery> second = page(first.next(), 3);

        List<Delivery> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        assertThat(all)
                .extracting(this::story)
                .containsExactly("3 Post", "3 Note", "2 Post", "2 Note", "1 Post", "1 Note");
        assertThat(second.next()).isNull();
    }

    @Test
    void dead_ones_alone_keep_the_order() {
        happen(1, 2, 3);
        page(null, 20).items().stream()
                .filter(delivery -> delivery.subscriber().equals("Post"))
                .forEach(this::die);

        Page<Delivery> dead = page(Delivery.State.DEAD, null, 2);
        Page<Delivery> rest = page(Delivery.State.DEAD, dead.next(), 2);

        assertThat(dead.items()).extracting(this::story).containsExactly("3 Post", "2 Post");
        assertThat(rest.items()).extracting(this::story).containsExactly("1 Post");
    }

    private void happen(int... numbers) {
        for (int number : numbers) {
            room.inside(acme, () -> room.get(Outbox.class).add(new Happened("wheel", number)));
        }
    }

    private void die(Delivery delivery) {
        room.inside(acme, () -> room.get(SettleDelivery.class).dead(delivery.id(), "no luck"));
    }

    private Page<Delivery> page(@Nullable UUID after, int limit) {
        return page(null, after, limit);
    }

    private Page<Delivery> page(Delivery.@Nullable State state, @Nullable UUID after, int limit) {
        return room.inside(acme, () -> room.get(Deliveries.class).page(state, after, limit));
    }

    private String story(Delivery delivery) {
        String number = room.database()
                .texts("SELECT data ->> 'number' FROM event WHERE id = '" + delivery.eventId() + "'")
                .get(0);
        return number + " " + delivery.subscriber();
    }
}
