package io.millrace.jobs.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import io.millrace.jobs.JobsRoom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForgetOldAnswersIT {

    @RegisterExtension
    static final Room room = JobsRoom.with();

    @Test
    void answers_older_than_a_day_are_forgotten_in_every_tenant_and_a_second_round_finds_nothing() {
        UUID acme = room.tenant("acme");
        UUID globex = room.tenant("globex");
        answered(acme, "old", 25);
        answered(globex, "old", 30);
        answered(acme, "young", 23);

        room.get(ForgetOldAnswersHandler.class).run(new ForgetOldAnswers());
        room.get(ForgetOldAnswersHandler.class).run(new ForgetOldAnswers());

        assertThat(room.database().texts("SELECT key FROM idempotency_record")).containsExactly("young");
    }

    private static void answered(UUID tenant, String key, int hoursAgo) {
        room.database()
                .run("INSERT INTO idempotency_record (tenant_id, principal, key, request_hash, status, created_at)"
                        + " VALUES ('%s', 'ann', '%s', 'hash', 201, now() - interval '%d hours')"
                                .formatted(tenant, key, hoursAgo));
    }
}
