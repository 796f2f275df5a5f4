package io.millrace.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.harness.TestClock;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.jobs.JobsRoom;
import io.millrace.schedule.MakeSchedule;
import io.millrace.schedule.MakeSchedule.Wanted;
import io.millrace.schedule.RecordedStarts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The threads that serve schedules; several of them do to each other what several nodes do. */
class ScheduleClockIT {

    private static final Instant NOON = Instant.parse("2027-03-05T12:00:00Z");
    private static final TestClock clock = new TestClock(NOON);

    @RegisterExtension
    static final Room room = JobsRoom.with(RecordedStarts.class)
            .at(clock)
            .setting("millrace.schedules.workers", 4)
            .setting("millrace.schedules.sweep", "PT0.02S")
            .running(
                    open -> open.get(ScheduleClock.class).start(),
                    open -> open.get(ScheduleClock.class).stop());

    private Member ada;

    @BeforeEach
    void an_analyst() {
        clock.set(NOON);
        ada = room.member(room.anotherTenant("acme"), "Ada", Role.ANALYST);
    }

    @AfterEach
    void nothing_is_left() {
        room.database().run("DELETE FROM schedule");
        room.get(RecordedStarts.class).forget();
    }

    @Test
    void each_due_time_starts_once_however_many_look() {
        Member adam = room.member(room.anotherTenant("globex"), "Adam", Role.ANALYST);
        for (int i = 0; i < 60; i++) make(i % 2 == 0 ? ada : adam, "count-stock", "shelf-" + i);

        for (int round = 1; round <= 3; round++) {
            clock.advance(Duration.ofMinutes(1));
            await().until(() -> due().isEmpty());
        }

        assertThat(starts())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 180)
                        .mapToObj(i -> "count-stock shelf-" + i % 60 + " {}")
                        .toList());
    }

    @Test
    void one_that_fails_stops_no_other_and_is_not_tried_at_full_speed() {
        UUID broken = make(ada, "broken", "a");
        make(ada, "count-stock", "b");

        clock.advance(Duration.ofMinutes(1));

        await().until(() -> due().isEmpty() && starts().equals(List.of("count-stock b {}")));
        assertThat(failures(broken)).isEqualTo("1 IllegalStateException: as the test asked");
        clock.advance(Duration.ofSeconds(59));
        assertThat(failures(broken)).startsWith("1 ");
        clock.advance(Duration.ofSeconds(1));
        await().until(() -> failures(broken).startsWith("2 "));
    }

    @Test
    void what_is_due_while_nobody_looks_is_found_afterwards() {
        make(ada, "count-stock", "a");
        ScheduleClock schedules = room.get(ScheduleClock.class);
        schedules.stop();
        assertThat(schedules.isRunning()).isFalse();
        clock.advance(Duration.ofHours(5));

        schedules.start();

        await().until(() -> starts().equals(List.of("count-stock a {}")));
        assertThat(schedules.isRunning()).isTrue();
    }

    private static UUID make(Member by, String process, String subject) {
        Wanted wanted = new Wanted(process, "Each minute", null, null, "PT1M", subject, Map.of());
        return room.as(by, () -> room.get(MakeSchedule.class).make(wanted).id());
    }

    private static List<String> starts() {
        return room.get(RecordedStarts.class).all();
    }

    private static List<String> due() {
        return room.database()
                .texts("SELECT schedule_id FROM schedule_dispatch WHERE due_at <= '" + clock.instant() + "'");
    }

    private static String failures(UUID schedule) {
        return room.database()
                .texts("SELECT failures || ' ' || coalesce(last_error, '') FROM schedule WHERE id = '" + schedule + "'")
                .get(0);
    }
}
