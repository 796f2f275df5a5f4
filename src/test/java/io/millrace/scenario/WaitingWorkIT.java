package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator finds out that something waits, and whose it is, without guessing the tenant. */
class WaitingWorkIT extends WithProduct {

    private static final String DEAD = "019a0000-0000-7000-8000-00000000dead";

    @BeforeEach
    void a_dead_delivery_of_acme() {
        TestServers.database().run("""
                INSERT INTO delivery_dispatch (tenant_id, delivery_id, event_id, subscriber, kind, subject_id, seq, due_at, dead)
                SELECT id, '%s', '%s', 'SendEmail', 'EFFECT', '%s', 1, now(), true FROM tenant WHERE slug = 'acme'""".formatted(DEAD, DEAD, DEAD));
    }

    @AfterEach
    void nothing_dead() {
        TestServers.database().run("DELETE FROM delivery_dispatch WHERE delivery_id = '" + DEAD + "'");
    }

    @Test
    void the_backlog_names_the_tenant() {
        Answer backlog = signIn("millrace", "ops").get("/deliveries/backlog");

        assertThat(backlog.status()).isEqualTo(200);
        assertThat(backlog.body().path("items"))
                .filteredOn(item -> item.path("tenant").asText().equals("acme"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("dead").asInt()).isEqualTo(1));
    }

    @Test
    void the_backlog_is_not_for_a_tenant_s_own_people() {
        assertThat(signIn("acme", "olga").get("/deliveries/backlog").status()).isEqualTo(403);
    }

    @Test
    void the_metrics_count_what_waits() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> metric(here(), "millrace_deliveries{", "state=\"dead\"") > 0);
        assertThat(RawRequest.get(here(), "/metrics").body())
                .contains("millrace_deliveries{", "millrace_delivery_lag_seconds{", "millrace_engine_incidents{")
                .contains("millrace_engine_acquired_jobs{", "result=\"taken\"", "result=\"lost\"")
                .contains("millrace_schedules{")
                .contains("state=\"enqueued\"", "state=\"processing\"", "state=\"failed\"", "state=\"due\"");
    }

    /** As this node counts it; 0 when it has none. */
    static double metric(URI product, String name, String tag) {
        return RawRequest.get(product, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
