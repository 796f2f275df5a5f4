package io.millrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schedule.MakeSchedule.Wanted;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a schedule starts, when, and how often. */
class ServedSchedulesIT extends WithSchedules {

    @Test
    void it_starts_when_it_is_due_and_is_due_again() {
        UUID id = make(every("count-stock", "PT10M", "shelf-7", Map.of("shelf", 7L, "note", "all of it")));

        assertThat(serve(id)).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(serve(id)).isTrue();
        assertThat(serve(id)).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(serve(id)).isTrue();

        assertThat(starts().all())
                .containsExactly(
                        "count-stock shelf-7 {note=all of it, shelf=7}",
                        "count-stock shelf-7 {note=all of it, shelf=7}");
        assertThat(read(id).lastStartedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
        assertThat(read(id).nextDueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }

    @Test
    void instances_without_a_subject_are_each_about_themselves() {
        UUID id = make(every("count-stock", "PT1M", null, Map.of()));

        clock.advance(Duration.ofMinutes(1));
        serve(id);
        clock.advance(Duration.ofMinutes(1));
        serve(id);

        assertThat(starts().all()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void what_was_missed_is_served_once() {
        UUID interval = make(every("count-stock", "PT10M", "a", Map.of()));
        UUID calendar = make(cron("0 6 * * *", "UTC"));

        clock.advance(Duration.ofDays(3).plusMinutes(5));
        serve(interval);
        serve(interval);
        serve(calendar);
        serve(calendar);

        assertThat(starts().all()).hasSize(2);
        assertThat(read(interval).nextDueAt()).isEqualTo(Instant.parse("2027-03-08T12:10:00Z"));
        assertThat(read(calendar).nextDueAt()).isEqualTo(Instant.parse("2027-03-09T06:00:00Z"));
    }

    @Test
    void of_two_nodes_one_serves_it() {
        UUID id = make(every("count-stock", "PT1M", "a", Map.of()));
        clock.advance(Duration.ofMinutes(1));

        boolean first = room.inside(acme, () -> {
            boolean mine = room.get(StartScheduled.class).start(id);
            boolean theirs = CompletableFuture.supplyAsync(() -> serve(id)).get();
            assertThat(theirs).isFalse();
            return mine;
        });

        assertThat(first).isTrue();
        assertThat(serve(id)).isFalse();
        assertThat(starts().all()).hasSize(1);
    }

    @Test
    void a_start_that_rolls_back_leaves_it_due() {
        UUID id = make(every("count-stock", "PT1M", "a", Map.of()));
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> room.inside(acme, () -> {
                    room.get(StartScheduled.class).start(id);
                    throw new IllegalStateException("the node dies here");
                }))
                .hasMessage("the node dies here");

        assertThat(read(id).lastStartedAt()).isNull();
        assertThat(serve(id)).isTrue();
    }

    @Test
    void a_start_that_fails_says_why_and_is_tried_again_with_growing_pauses() {
        UUID id = make(new Wanted("broken", "Broken", "0 0 1 1 *", "UTC", null, null, Map.of()));
        clock.set(Instant.parse("2028-01-01T00:00:00Z"));
        Instant due = clock.instant();

        List<Long> pauses = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant before = clock.instant();
            fail(id);
            assertThat(serve(id)).isFalse(); // not due any more
            pauses.add(Duration.between(before, read(id).nextDueAt()).toMinutes());
            clock.set(read(id).nextDueAt());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(read(id).lastError()).isEqualTo("IllegalStateException: as the test asked");
        assertThat(read(id).lastStartedAt()).isNull();
        assertThat(clock.instant()).isAfter(due);
    }

    @Test
    void a_failed_start_is_not_put_off_beyond_the_next_time() {
        UUID id = make(new Wanted("broken", "Broken", null, null, "PT90S", null, Map.of()));
        clock.advance(Duration.ofSeconds(90));
        fail(id);
        clock.set(read(id).nextDueAt());

        fail(id);

        assertThat(read(id).nextDueAt()).isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void null_is_no_value_for_a_process() {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("nothing", null);
        variables.put("rate", 0.5);
        UUID id = make(new Wanted("a", "X", null, null, "PT1M", "s", variables));
        clock.advance(Duration.ofMinutes(1));

        serve(id);

        assertThat(starts().all()).containsExactly("a s {rate=0.5}");
    }

    @Test
    void a_suspended_tenant_has_nothing_started_and_nothing_made_up_for_when_it_is_back() {
        UUID interval = make(every("count-stock", "PT10M", "a", Map.of()));
        UUID calendar = make(cron("0 6 * * *", "UTC"));
        tenantIs(Tenant.State.SUSPENDED);
        for (int hour = 0; hour < 24; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(serve(interval)).isFalse();
            serve(calendar);
        }
        assertThat(starts().all()).isEmpty();

        tenantIs(Tenant.State.ACTIVE);
        assertThat(serve(interval)).isFalse();
        assertThat(serve(calendar)).isFalse();
        clock.advance(Duration.ofMinutes(10));

        assertThat(serve(interval)).isTrue();
        assertThat(serve(interval)).isFalse();
        assertThat(read(calendar).nextDueAt()).isEqualTo(Instant.parse("2027-03-07T06:00:00Z"));
        assertThat(starts().all()).containsExactly("count-stock a {}");
    }

    private void tenantIs(Tenant.State state) {
        room.database().run("UPDATE tenant SET state = '" + state + "' WHERE id = '" + acme + "'");
    }

    private void fail(UUID id) {
        try {
            serve(id);
            throw new AssertionError("it was started");
        } catch (IllegalStateException expected) {
            TenantScope.run(acme, () -> room.get(StartScheduled.class).failed(id, expected));
        }
    }
}
