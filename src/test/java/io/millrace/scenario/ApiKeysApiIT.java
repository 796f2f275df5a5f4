package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that come in with a key. */
class ApiKeysApiIT extends WithProduct {

    @Test
    void a_program_asks_and_decides_with_keys_that_are_shown_once() {
        Answer made = signIn("acme", "ann").post("/api-keys", "{\"name\": \"Shop\", \"expires_in_days\": 90}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/secret")).startsWith(made.text("/prefix"));
        MillraceClient shop = nobody().with("X-API-Key", made.text("/secret"));

        String approval = shop.post("/approvals", LAPTOPS).text("/id");
        MillraceClient managers = keyOf("acme", "max");
        Answer decided =
                managers.put("/approvals/" + approval + "/gates/manager/decision", "{\"decision\": \"approve\"}");

        assertThat(decided.text("/state")).isEqualTo("completed");
        Answer kept = signIn("acme", "ann").get("/api-keys/" + made.text("/id"));
        assertThat(kept.text("/last_used_at")).isNotEmpty();
        assertThat(kept.body().has("secret")).isFalse();
    }

    @Test
    void a_key_that_is_made_twice_is_one_and_its_secret_is_shown_once() {
        MillraceClient ann = signIn("acme", "ann").with("Idempotency-Key", "a key " + System.nanoTime());

        Answer first = ann.post("/api-keys", "{\"name\": \"Once\"}");
        Answer again = ann.post("/api-keys", "{\"name\": \"Once\"}");

        assertThat(first.text("/secret")).isNotEmpty();
        assertThat(first.body().has("note")).isFalse();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.body().has("secret")).isFalse();
        assertThat(again.text("/note")).contains("first answer only");
        assertThat(TestServers.database().texts("SELECT idempotency_record::text FROM idempotency_record"))
                .noneMatch(kept -> kept.contains(first.text("/secret")));
    }

    @Test
    void a_key_that_is_revoked_is_out_at_the_next_request() {
        MillraceClient ann = signIn("acme", "ann");
        Answer made = ann.post("/api-keys", "{\"name\": \"Gone\"}");
        MillraceClient program = nobody().with("X-API-Key", made.text("/secret"));
        assertThat(program.get("/me").status()).isEqualTo(200);

        assertThat(ann.delete("/api-keys/" + made.text("/id")).text("/state")).isEqualTo("revoked");

        assertThat(program.get("/me").status()).isEqualTo(401);
        assertThat(ann.get("/api-keys/" + made.text("/id")).text("/state")).isEqualTo("revoked");
    }

    @Test
    void keys_are_listed_by_whose_they_are_and_whether_they_still_let_anybody_in() {
        Company company = Company.founded(here());
        MillraceClient olga = company.signIn("olga");
        MillraceClient ann = company.signIn("ann");
        olga.post("/api-keys", "{\"name\": \"Olga's\"}");
        ann.post("/api-keys", "{\"name\": \"Ann's\"}");
        ann.delete("/api-keys/" + ann.post("/api-keys", "{\"name\": \"Gone\"}").text("/id"));
        ann.post("/api-keys", "{\"name\": \"Over\", \"expires_in_days\": 30}");
        TestServers.database().run("UPDATE api_key SET expires_at = now() WHERE name = 'Over'");

        assertThat(names(olga, "")).containsExactly("Over", "Gone", "Ann's", "Olga's");
        assertThat(names(olga, "?mine=true")).containsExactly("Olga's");
        assertThat(names(olga, "?state=active")).containsExactly("Ann's", "Olga's");
        assertThat(names(ann, "?state=active")).containsExactly("Ann's");
        assertThat(names(ann, "?state=expired")).containsExactly("Over");
        assertThat(names(ann, "?state=revoked&mine=true")).containsExactly("Gone");
    }

    private static List<String> names(MillraceClient member, String query) {
        List<String> names = new ArrayList<>();
        member.get("/api-keys" + query)
                .body()
                .at("/items")
                .forEach(key -> names.add(key.get("name").asText()));
        return names;
    }

    @Test
    void a_key_that_was_changed_since_it_was_read_is_not_revoked_unseen() {
        MillraceClient olga = signIn("globex", "olga");
        String key =
                "/api-keys/" + olga.post("/api-keys", "{\"name\": \"Seen\"}").text("/id");
        String seen = olga.get(key).header("ETag");

        assertThat(olga.with("If-Match", "\"9999\"").delete(key).status()).isEqualTo(412);
        assertThat(olga.get(key).text("/state")).isEqualTo("active");
        assertThat(olga.with("If-Match", seen).delete(key).text("/state")).isEqualTo("revoked");
        assertThat(olga.with("If-Match", seen).delete(key).status()).isEqualTo(412);
    }

    @Test
    void what_a_program_does_is_noted_with_its_key() {
        Answer made = signIn("acme", "ann").post("/api-keys", "{\"name\": \"Shop\"}");
        MillraceClient shop = nobody().with("X-API-Key", made.text("/secret"));

        String byKey = shop.post("/approvals", LAPTOPS).text("/id");
        String inPerson = signIn("acme", "ann").post("/approvals", LAPTOPS).text("/id");

        assertThat(shop.get("/approvals/" + byKey).text("/audit/0/api_key_id")).isEqualTo(made.text("/id"));
        assertThat(shop.get("/approvals/" + byKey).text("/audit/0/actor/name")).isEqualTo("Ann Acme");
        assertThat(shop.get("/approvals/" + inPerson).body().at("/audit/0").has("api_key_id"))
                .isFalse();
    }

    @Test
    void a_key_manages_neither_keys_nor_people() {
        MillraceClient olgas = keyOf("globex", "olga");
        String member = "/members/" + olgas.get("/me").text("/id");

        assertThat(olgas.post("/api-keys", "{\"name\": \"Another\"}").code()).isEqualTo("not_allowed");
        assertThat(olgas.get("/api-keys").code()).isEqualTo("not_allowed");
        assertThat(olgas.patch(member, "{\"state\": \"suspended\"}").code()).isEqualTo("not_allowed");
        assertThat(olgas.get(member).status()).isEqualTo(200);
    }

    @Test
    void an_operator_makes_keys_at_home_and_none_where_they_visit() {
        MillraceClient ops = signIn("millrace", "ops");

        Answer visiting = ops.with("X-Tenant-ID", "acme").post("/api-keys", "{\"name\": \"Visit\"}");

        assertThat(visiting.status()).isEqualTo(403);
        assertThat(visiting.code()).isEqualTo("not_allowed");
        assertThat(ops.post("/api-keys", "{\"name\": \"Home\"}").status()).isEqualTo(201);
    }

    @Test
    void a_key_that_may_only_read_only_reads() {
        Answer made = signIn("acme", "max").post("/api-keys", """
                        {"name": "Report", "permissions": ["approval_read"]}""");
        MillraceClient report = nobody().with("X-API-Key", made.text("/secret"));
        String approval = signIn("acme", "ann").post("/approvals", LAPTOPS).text("/id");

        assertThat(report.get("/approvals/" + approval).status()).isEqualTo(200);
        assertThat(report.post("/approvals", LAPTOPS).code()).isEqualTo("not_allowed");
        assertThat(report.put("/approvals/" + approval + "/gates/manager/decision", "{\"decision\": \"approve\"}")
                        .code())
                .isEqualTo("not_allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \" \"} | /name",
                "{} | /name",
                "{\"name\": \"x\", \"expires_in_days\": 31} | /expires_in_days",
                "{\"name\": \"x\", \"expires_in_days\": 30.7} | /expires_in_days",
                "{\"name\": \"x\", \"expires_in_days\": \"30\"} | /expires_in_days",
                "{\"name\": \"x\", \"permissions\": [\"fly\"]} | /permissions/0",
                "{\"name\": \"x\", \"permissions\": [\"approval_read\", \"audit_read\"]} | /permissions/1",
                "{\"name\": \"x\", \"permissions\": [\"api_key_manage\"]} | /permissions/0",
                "{\"name\": \"x\", \"permissions\": []} | /permissions"
            })
    void what_no_key_can_be_is_refused_by_its_field(String wanted, String pointer) {
        Answer answer = signIn("acme", "ann").post("/api-keys", wanted);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void a_key_that_is_none_is_refused_like_no_sign_in_at_all() {
        String real = keyTextOf("acme", "ann");
        String other = real.substring(0, real.length() - 1) + (real.endsWith("0") ? "1" : "0");

        for (String key : new String[] {"", "garbage", other, real.toUpperCase(java.util.Locale.ROOT)}) {
            assertThat(nobody().with("X-API-Key", key).get("/me").status())
                    .as(key)
                    .isEqualTo(401);
        }
        assertThat(signIn("acme", "ann").with("X-API-Key", real).get("/me").code())
                .isEqualTo("bad_parameter");
    }

    private String keyTextOf(String tenant, String name) {
        return signIn(tenant, name)
                .post("/api-keys", "{\"name\": \"A program\"}")
                .text("/secret");
    }

    private MillraceClient keyOf(String tenant, String name) {
        return nobody().with("X-API-Key", keyTextOf(tenant, name));
    }
}
