package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that fails between our tables and the engine's leaves nothing in either, in globex. */
class OneTransactionIT {

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private static People people;
    private static Books books;

    /** Where the database refuses, by a trigger; between them they cover both orders. */
    enum Refusing {
        /** Our rows may be written, the engine's are not. */
        THE_ENGINES_TASK("AFTER INSERT OR DELETE ON camunda.act_ru_task FOR EACH ROW"),
        /** The engine's history is written with its rows. */
        THE_ENGINES_HISTORY("AFTER INSERT OR UPDATE ON camunda.act_hi_taskinst FOR EACH ROW"),
        /** The engine's rows are written, ours are not. */
        OUR_APPROVAL("AFTER INSERT OR UPDATE ON approval FOR EACH ROW"),
        /** All other rows are written, the event comes last. */
        OUR_EVENT("AFTER INSERT ON event FOR EACH ROW"),
        /** Everything is written, and the commit fails. */
        THE_COMMIT("AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW");

        private final String when;

        Refusing(String when) {
            this.when = when;
        }

        void start() {
            here.database()
                    .run(
                            "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                                    + "$$ BEGIN RAISE EXCEPTION 'the test refuses'; END $$",
                            "CREATE " + (this == THE_COMMIT ? "CONSTRAINT " : "") + "TRIGGER refusing " + when
                                    + " EXECUTE FUNCTION refuse()");
        }

        void stop() {
            here.database().run("DROP FUNCTION IF EXISTS refuse() CASCADE");
        }
    }

    @BeforeAll
    static void signIn() {
        people = here.people("globex");
        books = new Books(here.database());
    }

    @AfterEach
    void nothing_refuses_any_more() {
        Refusing.THE_COMMIT.stop();
    }

    @ParameterizedTest
    @EnumSource
    void a_request_leaves_no_trace_and_succeeds_when_it_is_sent_again(Refusing refusing) {
        books.awaitRest();
        UUID key = UUID.randomUUID();
        Map<String, Long> before = rows();

        refusing.start();
        Answer refused = ask(key);
        Map<String, Long> after = rows();
        refusing.stop();
        Answer asked = ask(key);

        isFault(refused);
        assertThat(after).isEqualTo(before);
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        assertThat(asked.header("Idempotent-Replayed")).isEmpty();
        assertThat(asked.text("/state")).isEqualTo("manager");
        books.awaitRest();
        books.mustBalance();
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_changes_nothing_and_succeeds_when_it_is_made_again(Refusing refusing) {
        String id = ask(UUID.randomUUID()).text("/id");
        books.awaitRest();
        Map<String, Long> before = rows();
        Answer asBefore = people.requester().get("/approvals/" + id);
        List<String> tasks = openTasks(id);

        refusing.start();
        Answer refused = approve(id, "manager");
        Map<String, Long> after = rows();
        refusing.stop();

        isFault(refused);
        assertThat(after).isEqualTo(before);
        assertThat(people.requester().get("/approvals/" + id).body()).isEqualTo(asBefore.body());
        assertThat(openTasks(id)).isEqualTo(tasks).hasSize(1);
        assertThat(approve(id, "manager").text("/state")).isEqualTo("revenue_assurance");
        assertThat(approve(id, "revenue_assurance").text("/state")).isEqualTo("completed");
        books.awaitRest();
        books.mustBalance();
    }

    private static void isFault(Answer refused) {
        assertThat(refused.status()).as("%s", refused).isIn(500, 503);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().toString()).doesNotContain("the test refuses", "Exception");
    }

    private static Answer ask(UUID key) {
        return people.requester()
                .amidFaults()
                .with("Idempotency-Key", key.toString())
                .post(
                        "/approvals",
                        "{\"type\": \"purchase\", \"title\": \"%s\", \"amount\": {\"amount\": 60000, \"currency\": \"EUR\"}}"
                                .formatted(key));
    }

    private static Answer approve(String id, String gate) {
        return people.decider(gate)
                .amidFaults()
                .put("/approvals/" + id + "/gates/" + gate + "/decision", "{\"decision\": \"approve\"}");
    }

    private static List<String> openTasks(String id) {
        return here.database().texts("""
                SELECT t.id_ || ' ' || t.rev_ FROM camunda.act_ru_task t
                JOIN camunda.act_ru_execution x ON x.id_ = t.proc_inst_id_ WHERE x.business_key_ = '%s'""".formatted(id));
    }

    /** How many there are in each table of ours and of the engine. */
    private static Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        here.database()
                .texts("""
                        SELECT schemaname || '.' || tablename FROM pg_tables
                        WHERE schemaname IN ('millrace', 'camunda') ORDER BY 1""")
                .forEach(table -> rows.put(table, here.database().count(table)));
        return rows;
    }
}
