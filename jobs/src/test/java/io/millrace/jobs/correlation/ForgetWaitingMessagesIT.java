package io.millrace.jobs.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Ids;
import io.millrace.correlation.ReportUnclaimedEvents;
import io.millrace.harness.Room;
import io.millrace.jobs.JobsRoom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The round of ForgetWaitingMessagesHandler. */
class ForgetWaitingMessagesIT {

    @RegisterExtension
    static final Room room = JobsRoom.with();

    private UUID acme = new UUID(0, 0);
    private UUID globex = new UUID(0, 0);

    @BeforeEach
    void two_tenants() {
        acme = room.anotherTenant("acme");
        globex = room.anotherTenant("globex");
    }

    @AfterEach
    void nothing_is_left() {
        refuseNothing();
        room.database().run("DELETE FROM waiting_message");
    }

    @Test
    void runs_twice_with_one_effect() {
        waiting(acme, "old", -1);
        waiting(globex, "old-too", -60);
        waiting(acme, "young", 1);

        forget();
        forget();

        assertThat(kept()).containsExactly("young");
        assertThat(reported(acme)).containsExactly("old");
        assertThat(reported(globex)).containsExactly("old-too");
    }

    @Test
    void leaves_no_trace_when_it_fails() {
        waiting(acme, "refused", -2);
        waiting(acme, "old", -1);
        room.database()
                .run(
                        """
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'the test refuses'; END $$""",
                        "CREATE TRIGGER refuse AFTER DELETE ON waiting_message FOR EACH ROW"
                                + " WHEN (OLD.subject = 'refused') EXECUTE FUNCTION refuse()");

        assertThatThrownBy(ForgetWaitingMessagesIT::forget).hasStackTraceContaining("the test refuses");
        refuseNothing();

        assertThat(kept()).containsExactly("old", "refused");
        assertThat(reported(acme)).isEmpty();
        forget();
        assertThat(kept()).isEmpty();
        assertThat(reported(acme)).containsExactly("old", "refused");
    }

    @Test
    void more_than_a_batch_are_forgotten_in_one_round() {
        for (int i = 0; i <= ReportUnclaimedEvents.BATCH; i++) waiting(acme, "old-" + i, -1);

        forget();

        assertThat(kept()).isEmpty();
        assertThat(reported(acme)).hasSize(ReportUnclaimedEvents.BATCH + 1);
    }

    private static void forget() {
        room.get(ForgetWaitingMessagesHandler.class).run(new ForgetWaitingMessages());
    }

    private static List<String> kept() {
        return room.database().texts("SELECT subject FROM waiting_message ORDER BY subject");
    }

    private static List<String> reported(UUID tenant) {
        return room.database()
                .texts("SELECT subject FROM event WHERE type = 'event.unclaimed' AND tenant_id = '" + tenant
                        + "' ORDER BY subject");
    }

    private static void refuseNothing() {
        room.database().run("DROP FUNCTION IF EXISTS refuse() CASCADE");
    }

    private static void waiting(UUID tenant, String subject, int minutesLeft) {
        UUID event = Ids.next();
        room.database()
                .run("""
                        INSERT INTO event (tenant_id, id, type, subject, seq, occurred_at, data)
                        VALUES ('%s', '%s', 'order.paid', '%s', 1, now(), '{}')""".formatted(tenant, event, subject), """
                        INSERT INTO event_subject (tenant_id, id, subject, last_seq)
                        VALUES ('%s', '%s', '%s', 1)""".formatted(tenant, Ids.next(), subject), """
                        INSERT INTO waiting_message (tenant_id, event_id, type, subject, data, expires_at)
                        VALUES ('%s', '%s', 'order.paid', '%s', '{}', now() + interval '%d minutes')""".formatted(
                                tenant, event, subject, minutesLeft));
    }
}
