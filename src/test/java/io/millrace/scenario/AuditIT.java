package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tenant's audit trail, for those who answer for the tenant. */
@ExtendWith(ArquillianExtension.class)
class AuditIT {

    @ArquillianResource
    URL product;

    private MillraceClient nobody;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.built();
    }

    @BeforeEach
    void knock() {
        nobody = MillraceClient.at(URI.create(product.toString()));
    }

    @Test
    void an_operator_s_visit_is_seen_by_the_tenant_s_owner() {
        MillraceClient olga = nobody.signIn("globex", "olga");
        MillraceClient ops = nobody.signIn("millrace", "ops").with("X-Tenant-ID", "globex");
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
        MillraceClient olga = nobody.signIn("globex", "olga");
        String ada = nobody.signIn("globex", "ada").get("/me").text("/id");
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
        String approval = nobody.signIn("acme", "ann").post("/approvals", """
                        {"type": "purchase", "title": "A kettle", "amount": {"amount": 2500, "currency": "EUR"}}""").text("/id");

        assertThat(nobody.signIn("acme", "ann").get("/audit").code()).isEqualTo("not_allowed");
        assertThat(nobody.signIn("acme", "max").get("/audit").code()).isEqualTo("not_allowed");
        assertThat(nobody.signIn("acme", "olga")
                        .get("/audit?subject=" + approval)
                        .body()
                        .at("/items"))
                .isNotEmpty();
        assertThat(nobody.signIn("globex", "olga")
                        .get("/audit?subject=" + approval)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(nobody.signIn("acme", "olga")
                        .get("/audit?subject=everything")
                        .status())
                .isEqualTo(400);
    }
}
