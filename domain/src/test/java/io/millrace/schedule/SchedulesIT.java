package io.millrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
import io.millrace.Refusal.Finding;
import io.millrace.harness.Room;
import io.millrace.harness.TestClock;
import io.millrace.identity.Member;
import io.millrace.identity.NotAllowed;
import io.millrace.identity.Role;
import io.millrace.schedule.MakeSchedule.Wanted;
import io.millrace.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchedulesIT {

    private static final Instant NOON = Instant.parse("2027-03-05T12:00:00Z");
    private static final TestClock clock = new TestClock(NOON);

    @RegisterExtension
    static final Room room = Room.with(RecordedStarts.class).at(clock);

    private UUID acme = new UUID(0, 0);
    private Member ada;

    @BeforeEach
    void an_analyst() {
        clock.set(NOON);
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
    }

    @AfterEach
    void nothing_is_left() {
        starts().forget();
        room.database().run("DELETE FROM schedule");
    }

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
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(findings(new Wanted(
                        "unknown", "X", "61 * * * *", "Mars/North", null, null, Map.of("${a}", 1L, "b/c", 2L))))
                .containsExactlyInAnyOrder("/process", "/cron", "/time_zone", "/variables/${a}", "/variables/b~1c");
        assertThat(findings(new Wanted("a", "X", null, null, null, null, Map.of())))
                .containsExactly("/cron");
        assertThat(findings(new Wanted("a", "X", "* * * * *", "UTC", "PT1M", null, Map.of())))
                .containsExactly("/every");
        assertThat(findings(new Wanted("a", "X", "* * * * *", null, null, null, Map.of())))
                .containsExactly("/time_zone");
        assertThat(findings(new Wanted("a", "X", null, "UTC", "PT1M", null, Map.of())))
                .containsExactly("/time_zone");
        assertThat(findings(new Wanted("a", "X", "0 0 30 2 *", "UTC", null, null, Map.of())))
                .containsExactly("/cron");
        for (String every : List.of("PT59S", "P367D", "1h", "P1M", "-PT1M")) {
            assertThat(findings(new Wanted("a", "X", null, null, every, null, Map.of())))
                    .as(every)
                    .containsExactly("/every");
        }
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
    void a_tenant_has_a_bounded_number_of_them() {
        UUID last = make(every("count-stock", "PT1M", "a", Map.of()));
        room.database().run("""
                INSERT INTO schedule (tenant_id, id, process_key, name, every_seconds, variables, created_by, created_at,
                                      due_at, next_due_at)
                SELECT tenant_id, gen_random_uuid(), 'a', 'a', 60, '{}', created_by, now(), due_at, due_at
                FROM schedule, generate_series(2, %d) WHERE tenant_id = '%s'""".formatted(MakeSchedule.MOST, acme));

        assertThatThrownBy(() -> make(every("count-stock", "PT1M", "a", Map.of())))
                .isInstanceOf(TooManySchedules.class)
                .hasMessageContaining("500");

        delete(last);
        make(every("count-stock", "PT1M", "a", Map.of()));
    }

    @Test
    void a_deleted_one_starts_nothing() {
        UUID id = make(every("count-stock", "PT1M", "a", Map.of()));
        clock.advance(Duration.ofMinutes(1));

        delete(id);

        assertThat(serve(id)).isFalse();
        assertThat(due()).isEmpty();
        assertThat(room.database()
                        .texts("SELECT action || ' ' || (SELECT count(*) FROM event e WHERE e.type = a.action"
                                + " AND e.subject = a.subject_id::text) FROM audit_entry a WHERE subject_id = '" + id
                                + "' ORDER BY a.id"))
                .containsExactly("schedule.created 1", "schedule.deleted 1");
        assertThatThrownBy(() -> delete(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void is_invisible_to_another_tenant() {
        UUID id = make(every("count-stock", "PT1M", "a", Map.of()));
        clock.advance(Duration.ofMinutes(1));
        Member stranger = room.member(room.anotherTenant("globex"), "Ada", Role.ANALYST);

        assertThatThrownBy(
                        () -> room.as(stranger, () -> room.get(Schedules.class).require(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        room.as(stranger, () -> room.get(DeleteSchedule.class).delete(id)))
                .isInstanceOf(NotFound.class);
        assertThat(TenantScope.<Boolean>call(
                        stranger.tenantId(),
                        () -> room.get(StartScheduled.class).start(id)))
                .isFalse();
        assertThat(due()).extracting(DueSchedule::tenantId).containsExactly(acme);
    }

    @Test
    void only_analysts_make_and_delete_them() {
        Member max = room.member(acme, "Max", Role.MANAGER);
        UUID id = make(every("count-stock", "PT1M", "a", Map.of()));

        assertThatThrownBy(() -> room.as(
                        max, () -> room.get(MakeSchedule.class).make(every("count-stock", "PT1M", "a", Map.of()))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(
                        () -> room.as(max, () -> room.get(DeleteSchedule.class).delete(id)))
                .isInstanceOf(NotAllowed.class);
    }

    private static Wanted every(
            String process, String every, @Nullable String subject, Map<String, @Nullable Object> variables) {
        return new Wanted(process, "Each " + every, null, null, every, subject, variables);
    }

    private static Wanted cron(String cron, String zone) {
        return new Wanted("count-stock", "By " + cron, cron, zone, null, null, Map.of());
    }

    private UUID make(Wanted wanted) {
        return room.as(ada, () -> room.get(MakeSchedule.class).make(wanted).id());
    }

    private void delete(UUID id) {
        room.as(ada, () -> room.get(DeleteSchedule.class).delete(id));
    }

    private Schedule read(UUID id) {
        return Objects.requireNonNull(
                room.inside(acme, () -> room.get(Schedules.class).require(id)));
    }

    private boolean serve(UUID id) {
        return TenantScope.<Boolean>call(
                acme, () -> room.get(StartScheduled.class).start(id));
    }

    private void fail(UUID id) {
        try {
            serve(id);
            throw new AssertionError("it was started");
        } catch (IllegalStateException expected) {
            TenantScope.run(acme, () -> room.get(StartScheduled.class).failed(id, expected));
        }
    }

    private List<String> findings(Wanted wanted) {
        try {
            make(wanted);
            throw new AssertionError("it was made");
        } catch (ScheduleRefused refused) {
            return refused.findings().stream().map(Finding::pointer).toList();
        }
    }

    private static List<DueSchedule> due() {
        return room.get(DueSchedules.class).at(clock.instant(), 100);
    }

    private static RecordedStarts starts() {
        return room.get(RecordedStarts.class);
    }
}
