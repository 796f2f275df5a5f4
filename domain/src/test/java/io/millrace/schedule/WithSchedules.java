package io.millrace.schedule;

import io.millrace.harness.Room;
import io.millrace.harness.TestClock;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.schedule.MakeSchedule.Wanted;
import io.millrace.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tenant with an analyst who makes schedules, at noon of a certain day. */
abstract class WithSchedules {

    static final Instant NOON = Instant.parse("2027-03-05T12:00:00Z");
    static final TestClock clock = new TestClock(NOON);

    @RegisterExtension
    static final Room room = Room.with(RecordedStarts.class).at(clock);

    UUID acme = new UUID(0, 0);
    Member ada;

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

    static Wanted every(
            String process, String every, @Nullable String subject, Map<String, @Nullable Object> variables) {
        return new Wanted(process, "Each " + every, null, null, every, subject, variables);
    }

    static Wanted cron(String cron, String zone) {
        return new Wanted("count-stock", "By " + cron, cron, zone, null, null, Map.of());
    }

    UUID make(Wanted wanted) {
        return room.as(ada, () -> room.get(MakeSchedule.class).make(wanted).id());
    }

    void delete(UUID id) {
        room.as(ada, () -> room.get(DeleteSchedule.class).delete(id));
    }

    Schedule read(UUID id) {
        return Objects.requireNonNull(
                room.inside(acme, () -> room.get(Schedules.class).require(id)));
    }

    boolean serve(UUID id) {
        return TenantScope.<Boolean>call(
                acme, () -> room.get(StartScheduled.class).start(id));
    }

    static List<DueSchedule> due() {
        return room.get(DueSchedules.class).at(clock.instant(), 100);
    }

    static RecordedStarts starts() {
        return room.get(RecordedStarts.class);
    }
}
