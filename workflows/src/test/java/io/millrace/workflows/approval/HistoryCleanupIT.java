package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.approval.GateName;
import io.millrace.harness.Room;
import io.millrace.workflows.EngineRoom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people wrote is kept by the engine for as long as the models say, and no longer. */
class HistoryCleanupIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    @Test
    void what_ended_long_ago_is_forgotten_and_what_ended_today_is_kept() {
        Acme acme = new Acme(room);
        UUID old = decided(acme);
        UUID fresh = decided(acme);
        for (String table : List.of("procinst", "varinst", "actinst", "taskinst")) {
            room.database().run("""
                            UPDATE camunda.act_hi_%s SET removal_time_ = now() - interval '1 day'
                            WHERE root_proc_inst_id_ IN (SELECT root_proc_inst_id_ FROM camunda.act_hi_procinst
                                                         WHERE business_key_ = '%s')""".formatted(table, old));
        }
        int titles = titles();

        night();

        await().atMost(Duration.ofSeconds(20)).until(() -> remembered(old).isEmpty());
        assertThat(remembered(fresh)).isNotEmpty();
        assertThat(titles()).isEqualTo(titles / 2);
    }

    private static UUID decided(Acme acme) {
        UUID id = acme.request(acme.ann, 100);
        acme.approve(acme.max, id, GateName.MANAGER);
        return id;
    }

    /** The job waits for it; the engine's own executor runs it. */
    private static void night() {
        room.database().run("""
                        UPDATE camunda.act_ru_job SET duedate_ = now(),
                          handler_cfg_ = replace(handler_cfg_, '"immediatelyDue":false', '"immediatelyDue":true')
                        WHERE handler_type_ = 'history-cleanup'""");
    }

    private static int titles() {
        return room.database()
                .texts("SELECT id_ FROM camunda.act_hi_varinst WHERE name_ = 'requestTitle'")
                .size();
    }

    private static List<String> remembered(UUID approval) {
        return room.database()
                .texts("SELECT id_ FROM camunda.act_hi_procinst WHERE business_key_ = '" + approval + "'");
    }
}
