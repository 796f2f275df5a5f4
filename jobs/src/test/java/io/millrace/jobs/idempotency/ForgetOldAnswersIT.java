package io.millrace.jobs.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Room;
import io.millrace.jobs.JobsRoom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForgetOldAnswersIT {

    @RegisterExtension
    static final Room room = JobsRoom.with();

    private static int number;

    private UUID acme;
    private UUID globex;

    @BeforeEach
    void twoTenants() {
        number++;
        acme = room.tenant("acme-" + number);
        globex = room.tenant("globex-" + number);
    }

    @AfterEach
    void nothing_is_left() {
        refuseNothing();
        room.database().run("DELETE FROM idempotency_record");
    }

    @Test
    void runs_twice_with_one_effect() {
        answered(acme, "old", 25); // kept for a day, in every tenant
        answered(globex, "old", 30);
        answered(acme, "young", 23);

        forget();
        forget();

        assertThat(kept()).containsExactly("young");
    }

    @Test
    void leaves_no_trace_when_it_fails() {
        answered(acme, "refused", 25);
        answered(acme, "old", 25);

        room.database()
                .run(
                        """
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'the test refuses'; END $$""",
                        "CREATE TRIGGER refuse AFTER DELETE ON idempotency_record FOR EACH ROW"
                                + " WHEN (OLD.key = 'refused') EXECUTE FUNCTION refuse()");
        assertThatThrownBy(ForgetOldAnswersIT::forget).hasStackTraceContaining("the test refuses");
        refuseNothing();

        assertThat(kept()).containsExactly("old", "refused");
        forget();
        assertThat(kept()).isEmpty();
    }

    private static void forget() {
        room.get(ForgetOldAnswersHandler.class).run(new ForgetOldAnswers());
    }

    private static List<String> kept() {
        return room.database().texts("SELECT key FROM idempotency_record ORDER BY key");
    }

    private static void refuseNothing() {
        room.database().run("DROP FUNCTION IF EXISTS refuse() CASCADE");
    }

    private static void answered(UUID tenant, String key, int hoursAgo) {
        room.database()
                .run("INSERT INTO idempotency_record (tenant_id, principal, key, request_hash, status, created_at)"
                        + " VALUES ('%s', 'ann', '%s', 'hash', 201, now() - interval '%d hours')"
                                .formatted(tenant, key, hoursAgo));
    }
}
