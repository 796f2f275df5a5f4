package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The nightly deletion of what the engine remembers too long, in the container's own transactions. */
class ForgetHistoryIT {

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private final List<String> history = here.database().texts("""
                    SELECT table_name FROM information_schema.columns
                    WHERE table_schema = 'camunda' AND column_name IN ('root_proc_inst_id_', 'removal_time_')
                    GROUP BY table_name HAVING count(*) = 2""");

    @Test
    void what_ended_long_ago_is_forgotten_by_the_engine_and_not_by_us() throws IOException {
        String old = decided("Old chairs");
        String fresh = decided("New chairs");
        int logged = log().size();
        history.forEach(table -> here.database().run("""
                        UPDATE camunda.%s SET removal_time_ = removal_time_ - interval '401 days'
                        WHERE root_proc_inst_id_ = '%s'""".formatted(table, processOf(old))));
        here.database()
                .run("UPDATE approval SET created_at = created_at - interval '401 days', closed_at = closed_at"
                        + " - interval '401 days' WHERE id = '" + old + "'");
        String oldProcess = processOf(old);
        Map<String, Integer> ofFresh = remembered(processOf(fresh));
        assertThat(ofFresh).containsOnlyKeys(remembered(oldProcess).keySet());
        assertThat(ofFresh).containsKeys("act_hi_procinst", "act_hi_varinst", "act_hi_decinst", "act_hi_op_log");
        int trail = audit(old);

        night();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> remembered(oldProcess).isEmpty());
        assertThat(remembered(processOf(fresh))).isEqualTo(ofFresh);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> job("duedate_ > now()").equals(List.of("t")));
        assertThat(job("duedate_ <= now() + interval '1 day' AND lock_owner_ IS NULL AND suspension_state_ = 1"))
                .containsExactly("t");
        assertThat(job("(duedate_ AT TIME ZONE 'UTC')::time")).containsExactly(TestServers.CLEANUP + ":00");
        assertThat(audit(old)).isEqualTo(trail).isPositive();
        assertThat(here.people("acme").requester().get("/approvals/" + old).text("/title"))
                .isEqualTo("Old chairs");
        assertThat(log().subList(logged, log().size()))
                .noneMatch(line -> line.matches(".*(JTS\\d|SEVERE|could not).*"));
    }

    /** With a routing decision and a called process. */
    private static String decided(String title) {
        People people = here.people("acme");
        String id = people.requester().post("/approvals", """
                        {"type": "purchase", "title": "%s", "amount": {"amount": 40000, "currency": "EUR"}}""".formatted(title)).text("/id");
        people.decider("manager").put("/approvals/" + id + "/gates/manager/decision", """
                        {"decision": "approve", "comment": "Sit well"}""");
        return id;
    }

    private static String processOf(String approval) {
        return here.database()
                .texts("SELECT DISTINCT root_proc_inst_id_ FROM camunda.act_hi_procinst WHERE business_key_ = '"
                        + approval + "'")
                .get(0);
    }

    /** How many rows, by the tables in which there are any. */
    private Map<String, Integer> remembered(String process) {
        Map<String, Integer> rows = new HashMap<>();
        for (String table : history) {
            int found = here.database()
                    .texts("SELECT 1 FROM camunda." + table + " WHERE root_proc_inst_id_ = '" + process + "'")
                    .size();
            if (found > 0) rows.put(table, found);
        }
        return rows;
    }

    private static int audit(String approval) {
        return here.database()
                .texts("SELECT 1 FROM audit_entry WHERE subject_id = '" + approval + "'")
                .size();
    }

    /** Comes early; the engine's own executor runs the job. */
    private static void night() {
        here.database().run("""
                        UPDATE camunda.act_ru_job SET duedate_ = now(),
                          handler_cfg_ = replace(handler_cfg_, '"immediatelyDue":false', '"immediatelyDue":true')
                        WHERE handler_type_ = 'history-cleanup'""");
    }

    private static List<String> job(String question) {
        return here.database()
                .texts("SELECT " + question + " FROM camunda.act_ru_job WHERE handler_type_ = 'history-cleanup'");
    }

    private static List<String> log() throws IOException {
        return Files.readAllLines(here.process().log());
    }
}
