package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.scenario.MillraceClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One node answers and does nothing else; what its requests leave behind is done by the other, which cannot hear it. */
class DeafNodeIT {

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private static ServerProcess counter;

    @BeforeAll
    static void start() {
        Map<String, String> settings = TestServers.settings(here.database(), here.mails());
        settings.remove("millrace.dashboard.password");
        for (String workers : List.of("relay", "schedules", "jobs", "engine")) {
            settings.put("millrace." + workers + ".workers", "0");
        }
        counter = new ServerProcess(Path.of(System.getProperty("millrace.war")).resolveSibling("counter"), settings);
        counter.start();
    }

    @AfterAll
    static void stop() {
        counter.stop();
    }

    @Test
    void it_says_so_finds_work_by_looking_and_hears_again_as_soon_as_it_can() {
        Company company = Company.founded(counter.uri(), here.database());
        MillraceClient ada = company.signIn("ada");
        byte[] asJobs = ModelFiles.withRoutingAsAJob(
                ada.get("/processes/purchase-approval/bpmn").words());
        assertThat(ada.postFile("/processes", "file", asJobs).status()).isEqualTo(201);
        await().until(DeafNodeIT::bothHear);

        try (Silence silence = new Silence(here.database())) {
            await().until(DeafNodeIT::bothAreDeaf);
            assertThat(here.health("neighbours").at("/status").asText()).isEqualTo("UP");

            isDone(company);

            assertThat(bothAreDeaf()).isTrue();
        }

        await().atMost(Duration.ofSeconds(5)).until(DeafNodeIT::bothHear);
        isDone(company);
    }

    @Test
    void one_that_is_cut_off_again_and_again_comes_back_each_time() {
        for (int cut = 0; cut < 10; cut++) {
            await().atMost(Duration.ofSeconds(5)).until(DeafNodeIT::bothHear);
            Silence.cutOffListeners(here.database());
        }

        await().atMost(Duration.ofSeconds(5)).until(DeafNodeIT::bothHear);
    }

    /** A step of the process, an event's delivery and a job: all of them are the other node's. */
    private static void isDone(Company company) {
        String title = "At a counter " + UUID.randomUUID();
        Answer asked = company.signIn("ann").post("/approvals", """
                {"type": "purchase", "title": "%s", "amount": {"amount": 40000, "currency": "EUR"}}""".formatted(title));
        assertThat(asked.text("/state")).as("%s", asked).isEqualTo("requested");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> Mailbox.recipientsOf(here.mails(), title).equals(List.of("max@acme.test")));
    }

    private static boolean bothHear() {
        return hears(here.process()) && hears(counter);
    }

    private static boolean bothAreDeaf() {
        return !hears(here.process()) && !hears(counter);
    }

    private static boolean hears(ServerProcess node) {
        return node.health("neighbours").at("/data/heard").asBoolean();
    }
}
