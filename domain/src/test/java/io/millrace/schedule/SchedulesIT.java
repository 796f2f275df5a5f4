package io.millrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
import io.millrace.Refusal.Finding;
import io.millrace.identity.Member;
import io.millrace.identity.NotAllowed;
import io.millrace.identity.Role;
import io.millrace.schedule.MakeSchedule.Wanted;
import io.millrace.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which schedules there may be, and who makes and deletes them. */
class SchedulesIT extends WithSchedules {

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

    private List<String> findings(Wanted wanted) {
        try {
            make(wanted);
            throw new AssertionError("it was made");
        } catch (ScheduleRefused refused) {
            return refused.findings().stream().map(Finding::pointer).toList();
        }
    }
}
