package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody else on the same database who uses the channel by which nodes wake each other. */
class NoticesOfStrangersIT extends WithProduct {

    private static final int FEW = 20;

    /** Well-formed ones, and some that are as long as they can be; in the moment that two transactions take. */
    @Test
    void a_flood_of_them_changes_nothing_and_is_hardly_logged() {
        int before = SharedServer.log().size();

        TestServers.database()
                .run(
                        "SELECT count(pg_notify('millrace_wake', 'RELAY,ENGINE,JOBS ' || to_hex(4096 + n)))"
                                + " FROM generate_series(1, 10000) n",
                        "SELECT count(pg_notify('millrace_wake', n || repeat(' globex', 1000)))"
                                + " FROM generate_series(1, 1000) n");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> TestServers.database()
                        .texts("SELECT pg_notification_queue_usage()::text")
                        .equals(List.of("0")));

        assertThat(SharedServer.health()).startsWith("{\"status\":\"UP\"");
        assertThat(SharedServer.health("neighbours").at("/data/heard").asBoolean())
                .isTrue();
        assertThat(SharedServer.log()).hasSizeLessThan(before + FEW);
        assertThatWorkGoesOn();
    }

    private void assertThatWorkGoesOn() {
        String title = "After the flood " + UUID.randomUUID();
        signIn("acme", "ann").post("/approvals", LAPTOPS.replace("Two laptops", title));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Mailbox.recipientsOf(TestServers.mails(), title))
                        .containsExactly("max@acme.test"));
    }
}
