package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.scenario.MillraceClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever knows a request and wants to see where it stands. */
class WhereItStandsIT extends WithProduct {

    @Test
    void a_request_leads_to_its_instance_whoever_may_look_there() {
        Company company = Company.founded(here());
        MillraceClient ann = company.signIn("ann");
        String approval = ann.post("/approvals", LAPTOPS).text("/id");
        String instance = company.signIn("ada")
                .get("/instances?process=purchase-approval&subject=" + approval)
                .text("/items/0/id");

        Answer forMax = company.signIn("max").get("/approvals/" + approval);
        Answer forAnn = ann.get("/approvals/" + approval);

        assertThat(forMax.text("/instance")).isEqualTo(instance);
        assertThat(forAnn.body().has("instance")).isFalse();
        assertThat(forMax.header("ETag")).isEqualTo(forAnn.header("ETag"));
        String picture = "http://localhost/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime";
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Mailbox.recipientsOf(TestServers.mails(), picture))
                        .containsOnly("max@acme.test"));
    }
}
