package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.TasklistClient.Reply;
import io.millrace.web.VendorsCalls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cockpit tells people of acme, and operators who look into acme, about globex: nothing. */
class CockpitIsolationIT extends WithProduct {

    private static final String SECRET = """
            {"type": "purchase", "title": "Secret of globex", "amount": {"amount": 100, "currency": "EUR"}}""";

    /** About nobody's processes: who is signed in, and which engines there are. */
    private static final List<String> OF_EVERY_PAGE =
            List.of("GET /engine/engine", "GET /engine/engine/{name}/user/{id}/profile");

    private final TestDatabase database = TestServers.database();

    private String globex = "";
    private String acme = "";
    private String sharedModel = "";
    private String ownModel = "";
    private String instance = "";
    private String approval = "";

    @BeforeEach
    void something_runs_and_fails_in_globex() {
        acme = tenant("acme");
        globex = tenant("globex");
        signIn("acme", "ann").post("/approvals", LAPTOPS);
        approval = signIn("globex", "ann").post("/approvals", SECRET).text("/id");
        signIn("globex", "ada").postFile("/processes", "file", ModelFiles.process("secret-of-globex", "Ask"));
        ownModel = one("SELECT id_ FROM camunda.act_re_procdef WHERE key_ = 'secret-of-globex'");
        instance = one("SELECT id_ FROM camunda.act_ru_execution WHERE business_key_ = '" + approval
                + "' AND super_exec_ IS NULL");
        sharedModel = one("SELECT proc_def_id_ FROM camunda.act_ru_execution WHERE id_ = '" + instance + "'");
        fail(instance, sharedModel);
    }

    /** Other tests read the first page of what waits in globex. */
    @AfterEach
    void it_is_taken_back() {
        database.run("DELETE FROM camunda.act_ru_incident WHERE activity_id_ = 'stepOfGlobex'");
        signIn("globex", "ann").delete("/approvals/" + approval);
    }

    /** At a step where nothing of acme ever stands. */
    private void fail(String execution, String model) {
        database.run("""
                INSERT INTO camunda.act_ru_incident
                  (id_, rev_, incident_timestamp_, incident_msg_, incident_type_, execution_id_, activity_id_,
                   failed_activity_id_, proc_inst_id_, proc_def_id_, root_cause_incident_id_, cause_incident_id_,
                   tenant_id_)
                VALUES ('%1$s', 1, now(), 'Secret incident', 'failedJob', '%2$s', 'stepOfGlobex',
                   'stepOfGlobex', '%2$s', '%3$s', '%1$s', '%1$s', '%4$s')""".formatted(UUID.randomUUID(), execution, model, globex));
    }

    @Test
    void each_question_that_cockpit_may_ask_is_asked_here() {
        String model = "invoice:1:" + VendorsCalls.ID;
        Set<String> asked = CockpitClient.reads(model, VendorsCalls.ID, model).entrySet().stream()
                .map(call -> call.getValue() + " " + call.getKey().replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());

        assertThat(VendorsCalls.all())
                .filteredOn(call -> VendorsCalls.addresses(call).stream().anyMatch(VendorsCalls::isCockpits))
                .filteredOn(call -> VendorsCalls.addresses(call).stream().noneMatch(asked::contains))
                .containsExactlyInAnyOrderElementsOf(OF_EVERY_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/max@acme.test", "acme/ada@acme.test", "millrace/acme/ops@millrace.test"})
    void no_list_tells_more_when_it_is_asked_for_another_tenant(String name) {
        TasklistClient reader = cockpit(name);
        Secrets secrets = secrets();
        for (Map.Entry<String, String> call : CockpitClient.lists().entrySet()) {
            for (String more : List.of("tenantIdIn=" + globex, "tenantIdIn%5B%5D=" + globex, "withoutTenantId=true")) {
                String address = call.getKey() + (call.getKey().contains("?") ? "&" : "?") + more;
                Reply reply = reader.call(call.getValue(), address);
                assertThat(reply.status()).as("%s: %s", address, reply).isIn(200, 403);
                if (address.contains("/count?") && more.equals("tenantIdIn=" + globex))
                    assertThat(reply.body().path("count").asInt()).as(address).isZero();
                assertThat(secrets.in(reply)).as(address).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/max@acme.test", "acme/ada@acme.test", "millrace/acme/ops@millrace.test"})
    void no_list_holds_anything_of_globex(String name) {
        TasklistClient reader = cockpit(name);
        Secrets secrets = secrets();
        for (Map.Entry<String, String> call : CockpitClient.lists().entrySet()) {
            Reply reply = reader.call(call.getValue(), call.getKey());
            assertThat(reply.status()).as(call.getKey()).isEqualTo(200);
            assertThat(secrets.in(reply)).as(call.getKey()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/max@acme.test", "acme/ada@acme.test", "millrace/acme/ops@millrace.test"})
    void what_is_named_of_globex_does_not_exist(String name) {
        TasklistClient reader = cockpit(name);
        String none = "nothing:1:" + NOTHING;
        Map<String, String> nobodys = CockpitClient.about(none, NOTHING, NOTHING);
        for (Map.Entry<String, String> call :
                CockpitClient.about(ownModel, instance, NOTHING).entrySet()) {
            String same = call.getKey().replace(ownModel, none).replace(instance, NOTHING);
            assertThat(nobodys).containsKey(same);
            Reply reply = reader.call(call.getValue(), call.getKey());
            Reply nothing = reader.call(call.getValue(), same);
            assertThat(reply.status()).as("%s: %s", call, reply).isEqualTo(nothing.status());
            assertThat(reply.body().toString().replace(ownModel, none).replace(instance, NOTHING))
                    .as(call.getKey())
                    .isEqualTo(nothing.body().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/max@acme.test", "acme/ada@acme.test", "millrace/acme/ops@millrace.test"})
    void questions_about_globex_find_nothing(String name) {
        TasklistClient reader = cockpit(name);
        Secrets secrets = secrets();
        for (String body : List.of(
                "{\"processInstanceIdIn\": [\"%s\"]}".formatted(instance),
                "{\"processInstanceIds\": [\"%s\"], \"tenantIdIn\": [\"%s\"]}".formatted(instance, globex),
                "{\"tenantIdIn\": [\"%s\"]}".formatted(globex),
                "{\"businessKey\": \"%s\"}".formatted(businessKey()))) {
            CockpitClient.lists().forEach((call, method) -> {
                if (!method.equals("POST")) return;
                Reply reply = reader.post("camunda/api" + call, body);
                assertThat(secrets.in(reply)).as("%s %s", call, body).isEmpty();
            });
        }
        for (String query : List.of("tenantIdIn=" + globex, "key=secret-of-globex")) {
            assertThat(reader.call("GET", CockpitClient.PROCESSES + "?" + query).body())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/max@acme.test", "acme/ada@acme.test", "millrace/acme/ops@millrace.test"})
    void of_a_shared_model_only_acmes_own_is_counted(String name) {
        TasklistClient reader = cockpit(name);
        String running = one("SELECT count(*) FROM camunda.act_ru_execution e JOIN camunda.act_re_procdef p"
                + " ON p.id_ = e.proc_def_id_ WHERE e.parent_id_ IS NULL AND p.key_ = 'purchase-approval'"
                + " AND e.tenant_id_ = '" + acme + "'");

        JsonNode mine = named(
                "purchase-approval",
                reader.call("GET", CockpitClient.STATISTICS).body());
        JsonNode steps = reader.call("GET", CockpitClient.PROCESSES + "/" + sharedModel + "/statistics?incidents=true")
                .body();

        assertThat(mine.path("instances").asText()).isEqualTo(running);
        assertThat(mine.path("incidents").asInt()).isZero();
        assertThat(steps.findValuesAsText("id")).isNotEmpty().doesNotContain("stepOfGlobex");
        assertThat(reader.call("POST", CockpitClient.PLUGIN + "/incident/count")
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(reader.call("POST", CockpitClient.INSTANCES + "/count")
                        .body()
                        .path("count")
                        .asText())
                .isEqualTo(one("SELECT count(*) FROM camunda.act_ru_execution WHERE id_ = proc_inst_id_"
                        + " AND tenant_id_ = '" + acme + "'"));
        assertThat(reader.call("GET", CockpitClient.OPEN_TASKS)
                        .body()
                        .path("count")
                        .asText())
                .isEqualTo(one("SELECT count(*) FROM camunda.act_ru_task WHERE tenant_id_ = '" + acme + "'"));
    }

    private static JsonNode named(String key, JsonNode list) {
        for (JsonNode one : list) {
            if (one.path("key").asText().equals(key)) return one;
        }
        throw new AssertionError(key + " is not in " + list);
    }

    /** What is globex's alone; ids apart, for there are thousands. */
    private record Secrets(List<String> words, Set<String> ids) {

        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        List<String> in(Reply reply) {
            String body = reply.body().toString();
            return Stream.concat(
                            words.stream().filter(body::contains),
                            ID.matcher(body).results().map(MatchResult::group).filter(ids::contains))
                    .toList();
        }
    }

    private Secrets secrets() {
        return new Secrets(
                List.of("secret-of-globex", "Secret of globex", "Secret incident", "stepOfGlobex", ownModel),
                Stream.of(
                                List.of(globex),
                                database.texts("SELECT id_ FROM camunda.act_ru_execution" + ofGlobex()),
                                database.texts("SELECT id_ FROM camunda.act_ru_variable" + ofGlobex()),
                                database.texts("SELECT id_ FROM camunda.act_hi_decinst" + ofGlobex()),
                                database.texts("SELECT DISTINCT business_key_ FROM camunda.act_ru_execution"
                                        + ofGlobex() + " AND business_key_ IS NOT NULL"))
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()));
    }

    private String businessKey() {
        return one("SELECT business_key_ FROM camunda.act_ru_execution WHERE id_ = '" + instance + "'");
    }

    private String ofGlobex() {
        return " WHERE tenant_id_ = '" + globex + "'";
    }

    private String tenant(String slug) {
        return one("SELECT id FROM tenant WHERE slug = '" + slug + "'");
    }

    private String one(String query) {
        return database.texts(query).get(0);
    }
}
