package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import org.junit.jupiter.api.Test;

/** The tenant's audit trail, for those who answer for the tenant. */
class AuditIT extends WithProduct {

    @Test
    void an_operator_s_visit_is_seen_by_the_tenant_s_owner() {
        MillraceClient olga = signIn("globex", "olga");
        MillraceClient ops = signIn("millrace", "ops").with("X-Tenant-ID", "globex");
        String me = ops.get("/me").text("/id");

        Answer trail = olga.get("/audit?action=tenant.entered");

        assertThat(trail.text("/items/0/action")).isEqualTo("tenant.entered");
        assertThat(trail.text("/items/0/subject_type")).isEqualTo("tenant");
        assertThat(trail.text("/items/0/actor/id")).isEqualTo(me);
        assertThat(trail.text("/items/0/actor/name")).isEqualTo("Platform operator");
        assertThat(ops.get("/audit?action=tenant.entered").text("/items/0/actor/id"))
                .isEqualTo(me);
    }

    @Test
    void a_member_s_change_is_found_by_the_member_and_page_by_page() {
        MillraceClient olga = signIn("globex", "olga");
        String ada = signIn("globex", "ada").get("/me").text("/id");
        olga.patch("/members/" + ada, "{\"groups\": [\"ceo\"]}");
        olga.patch("/members/" + ada, "{\"groups\": []}");

        Answer newest = olga.get("/audit?action=member.changed&limit=1&subject=" + ada);
        Answer before = olga.get(
                "/audit?action=member.changed&limit=1&subject=" + ada + "&cursor=" + newest.text("/next_cursor"));

        assertThat(newest.body().at("/items")).hasSize(1);
        assertThat(newest.text("/items/0/from_state")).contains("ceo");
        assertThat(newest.text("/items/0/actor/name")).isEqualTo("Olga Globex");
        assertThat(before.text("/items/0/to_state")).contains("ceo");
        for (JsonNode entry : olga.get("/audit?subject=" + ada).body().at("/items")) {
            assertThat(entry.path("subject").asText()).isEqualTo(ada);
        }
    }

    @Test
    void members_do_not_read_it_and_another_tenant_s_owner_finds_nothing_in_it() {
        String approval = signIn("acme", "ann").post("/approvals", """
                        {"type": "purchase", "title": "A kettle", "amount": {"amount": 2500, "currency": "EUR"}}""").text("/id");

        assertThat(signIn("acme", "ann").get("/audit").code()).isEqualTo("not_allowed");
        assertThat(signIn("acme", "max").get("/audit").code()).isEqualTo("not_allowed");
        assertThat(signIn("acme", "olga")
                        .get("/audit?subject=" + approval)
                        .body()
                        .at("/items"))
                .isNotEmpty();
        assertThat(signIn("globex", "olga")
                        .get("/audit?subject=" + approval)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(signIn("acme", "olga").get("/audit?subject=everything").status())
                .isEqualTo(400);
    }
}
