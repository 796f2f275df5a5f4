package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.TasklistClient.Reply;
import io.millrace.web.VendorsCalls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls in front of Cockpit: who gets in, what they may look at, and that nothing can be changed. */
class CockpitCallsIT extends WithProduct {

    private static final String OPERATOR = "millrace/acme/ops@millrace.test";

    @ParameterizedTest
    @ValueSource(strings = {"acme/max@acme.test", "acme/ada@acme.test", "acme/olga@acme.test", OPERATOR})
    void whoever_may_read_processes_sees_what_cockpit_shows(String name) {
        signIn("acme", "ann").post("/approvals", LAPTOPS);
        TasklistClient reader = cockpit(name);
        Reply models = reader.call("GET", CockpitClient.PROCESSES + "?latestVersion=true&key=purchase-approval");
        String model = models.body().at("/0/id").asText();
        String instance =
                reader.call("POST", CockpitClient.INSTANCES).body().at("/0/id").asText();
        String decision = reader.call("GET", CockpitClient.DECISIONS + "?latestVersion=true")
                .body()
                .at("/0/id")
                .asText();

        for (Map.Entry<String, String> call :
                CockpitClient.reads(model, instance, decision).entrySet()) {
            Reply reply = reader.call(call.getValue(), call.getKey());
            assertThat(reply.status())
                    .as("%s %s as %s: %s", call.getValue(), call.getKey(), name, reply)
                    .isEqualTo(200);
            assertThat(reply.body().isMissingNode()).as(call.getKey()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/max@acme.test", "acme/ada@acme.test", OPERATOR})
    void everything_else_that_the_vendor_takes_is_refused(String name) {
        TasklistClient reader = cockpit(name);
        Map<String, String> passed = new TreeMap<>();
        for (String address : addresses()) {
            if (VendorsCalls.isCockpits(address)) continue; // CockpitIsolationIT asks each of them
            boolean isTasklists = VendorsCalls.isTasklists(address);
            if (isTasklists && !name.equals(OPERATOR)) continue; // theirs, for the tasks that are theirs
            String[] parts = address.split(" ", 2);
            Reply reply = reader.call(parts[0], parts[1]);
            String code = reply.status() + " " + reply.body().path("type").asText();
            if (!code.equals(isTasklists ? "403 not_allowed" : "403 not_offered"))
                passed.put(address, reply.toString());
        }

        assertThat(passed).isEmpty();
    }

    private static Set<String> addresses() {
        return VendorsCalls.all().stream()
                .flatMap(call -> VendorsCalls.addresses(call).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "acme/ann@acme.test, 403, not_allowed",
        "acme/rita@acme.test, 403, not_allowed",
        "acme/nobody@acme.test, 401, wrong_credentials",
        "globex/acme/max@globex.test, 401, wrong_credentials",
        "millrace/acme/ada@millrace.test, 403, not_allowed",
        "millrace/nowhere/ops@millrace.test, 404, not_found",
        "acme/ops@millrace.test, 401, wrong_credentials"
    })
    void for_others_it_stays_closed(String name, int status, String code) {
        Reply reply = TasklistClient.visiting(here(), "cockpit").submitSignIn(name);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.body().path("type").asText()).isEqualTo(code);
    }

    @Test
    void a_member_who_is_in_tasklist_reaches_nothing_of_cockpit() {
        TasklistClient ann = tasklist("acme", "ann");

        assertThat(ann.get("camunda/app/cockpit/default/").status()).isEqualTo(403);
        for (String call : List.of(CockpitClient.PROCESSES, CockpitClient.STATISTICS, CockpitClient.DECISIONS)) {
            Reply reply = ann.call("GET", call);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.message()).startsWith("Cockpit is for analysts, managers");
        }
        assertThat(ann.call("POST", CockpitClient.INSTANCES).status()).isEqualTo(403);
    }

    @Test
    void what_managers_see_in_cockpit_tasklist_does_not_show_them() {
        signIn("acme", "ann").post("/approvals", LAPTOPS);
        String tasks = "/engine/engine/default/task?processInstanceId=%s&assignee=%s";
        TasklistClient ada = cockpit("acme/ada@acme.test");
        String filter = ada.call("GET", "/engine/engine/default/filter?resourceType=Task")
                .body()
                .at("/0/id")
                .asText();

        assertThat(ada.call("GET", CockpitClient.OPEN_TASKS)
                        .body()
                        .path("count")
                        .asInt())
                .isPositive();
        // In no group that decides, and whatever is added to the list's own conditions.
        assertThat(ada.post(
                                "camunda/api/engine/engine/default/filter/" + filter + "/list",
                                "{\"candidateGroup\": \"manager\", \"includeAssignedTasks\": true}")
                        .body())
                .isEmpty();
        assertThat(ada.call("GET", tasks.formatted(NOTHING, NOTHING)).body()).isEmpty();
        assertThat(ada.call("POST", "/engine/engine/default/task").status()).isEqualTo(403);
    }

    @Test
    void nobody_who_is_not_signed_in_sees_anything() {
        TasklistClient nobody = TasklistClient.visiting(here(), "cockpit");

        assertThat(nobody.call("GET", CockpitClient.STATISTICS).status()).isEqualTo(401);
        assertThat(nobody.call("POST", CockpitClient.INSTANCES).status()).isEqualTo(401);
    }

    @Test
    void an_operator_looks_into_one_tenant_and_its_trail_says_so() {
        TasklistClient ops = cockpit("millrace/globex/ops@millrace.test");
        String id = signIn("millrace", "ops").get("/me").text("/id");

        Reply profile = ops.call("GET", "/engine/engine/default/user/" + id + "/profile");

        assertThat(profile.body().path("lastName").asText()).isEqualTo("in globex");
        assertThat(signIn("globex", "olga").get("/audit?action=tenant.entered").text("/items/0/actor/id"))
                .isEqualTo(id);
        assertThat(ops.get("camunda/app/tasklist/default/").status()).isEqualTo(403);
        assertThat(TasklistClient.visiting(here())
                        .submitSignIn("millrace/globex/ops@millrace.test")
                        .status())
                .isEqualTo(403);
        assertThat(ops.call("GET", "/engine/engine/default/filter").status()).isEqualTo(403);
    }

    @Test
    void an_operator_who_is_none_any_more_is_out_at_once() {
        TasklistClient ops = cockpit(OPERATOR);
        assertThat(ops.call("GET", CockpitClient.STATISTICS).status()).isEqualTo(200);
        String membership = signIn("millrace", "ops").get("/me").text("/id");
        String role = "membership_role WHERE membership_id = '" + membership + "' AND role = 'OPERATOR'";
        TestServers.database().run("DELETE FROM " + role);
        try {
            assertThat(ops.call("GET", CockpitClient.STATISTICS).status()).isEqualTo(401);
        } finally {
            TestServers.database()
                    .run("INSERT INTO membership_role (tenant_id, membership_id, role)"
                            + " SELECT tenant_id, id, 'OPERATOR' FROM membership WHERE id = '" + membership + "'");
        }
    }
}
