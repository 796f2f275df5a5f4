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

/** What the engine remembers is deleted when its time is over, even if that fails at first. */
class ForgetHistoryIT {

    @RegisterExtension
    static final Room room = EngineRoom.with()
            .setting("millrace.engine.history.cleanup.start", "00:00")
            .setting("millrace.engine.history.cleanup.end", "00:00");

    @Test
    void a_failure_costs_one_batch_and_not_the_clean_up() {
        UUID old = decidedLongAgo();
        room.database().run("""
                        CREATE FUNCTION camunda.never() RETURNS trigger LANGUAGE plpgsql
                        AS 'BEGIN RAISE ''not now''; END'""", """
                        CREATE TRIGGER never BEFORE DELETE ON camunda.act_hi_procinst
                        FOR EACH ROW EXECUTE FUNCTION camunda.never()""");

        runJob();

        await().atMost(Duration.ofSeconds(20)).until(() -> isLater("1 second"));
        assertThat(job("retries_ || ' ' || suspension_state_ || ' ' || (lock_owner_ IS NULL)"))
                .containsExactly("3 1 true");
        assertThat(rows("act_hi_procinst WHERE business_key_ = '" + old + "'")).isPositive();

        room.database().run("DROP TRIGGER never ON camunda.act_hi_procinst");
        runJob();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows("act_hi_procinst WHERE business_key_ = '" + old + "'") == 0);
        assertThat(rows("act_ru_incident")).isZero();
    }

    @Test
    void a_full_batch_is_followed_by_the_next_at_once() {
        decidedLongAgo();
        room.database().run("""
                        INSERT INTO camunda.act_hi_varinst (id_, name_, root_proc_inst_id_, create_time_, removal_time_)
                        SELECT 'old-' || n, 'old', 'old', now() - interval '1 year', now() - interval '1 day'
                        FROM generate_series(1, 1200) n""");

        runJob();

        await().atMost(Duration.ofSeconds(20)).until(() -> rows("act_hi_varinst WHERE name_ = 'old'") == 0);
    }

    private static UUID decidedLongAgo() {
        Acme acme = new Acme(room);
        UUID id = acme.request(acme.ann, 100);
        acme.approve(acme.max, id, GateName.MANAGER);
        room.database().run("""
                        UPDATE camunda.act_hi_procinst SET removal_time_ = removal_time_ - interval '500 days'
                        WHERE business_key_ = '%s'""".formatted(id));
        return id;
    }

    private static void runJob() {
        await("it is not running").atMost(Duration.ofSeconds(20)).until(() -> isLater("1 second"));
        room.database().run("UPDATE camunda.act_ru_job SET duedate_ = now() WHERE handler_type_ = 'history-cleanup'");
    }

    private static boolean isLater(String interval) {
        return job("duedate_ > now() + interval '" + interval + "'").equals(List.of("t"));
    }

    private static List<String> job(String columns) {
        return room.database()
                .texts("SELECT " + columns + " FROM camunda.act_ru_job WHERE handler_type_ = 'history-cleanup'");
    }

    private static int rows(String from) {
        return room.database().texts("SELECT 1 FROM camunda." + from).size();
    }
}
