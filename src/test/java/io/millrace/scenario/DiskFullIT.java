package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.StoppableServer;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The disk of the database fills up while people work, and has room again. */
class DiskFullIT {

    private static final Path HOME =
            Path.of(System.getProperty("millrace.war", "millrace.war")).resolveSibling("disk-full");
    private static final int MEGABYTES = 400;
    private static final int MAIL_WORKERS = 8;

    @Test
    @EnabledIfSystemProperty(named = "millrace.disk.full.seconds", matches = "[1-9][0-9]*")
    void whoever_asks_is_put_off_and_nothing_is_lost_or_broken() {
        Duration length = Duration.ofSeconds(Integer.getInteger("millrace.disk.full.seconds"));
        Optional<SmallDisk> disk = SmallDisk.mounted(HOME.resolve("disk"), MEGABYTES);
        assumeTrue(disk.isPresent(), "a small disk can only be mounted on Linux, by root");
        GreenMail mails = TestServers.mailServer();
        try (SmallDisk small = disk.get();
                StoppableServer server = new StoppableServer(small.root().resolve("data"))) {
            server.start();
            TestDatabase database = TestDatabase.on(server);
            Map<String, String> settings = TestServers.settings(database, mails);
            settings.remove("millrace.dashboard.password");
            ServerProcess node = new ServerProcess(HOME, settings);
            try {
                node.start();
                goThrough(length, small, database, mails, node);
            } finally {
                small.makeRoom();
                node.stop();
            }
            nothingIsBroken(database);
        } finally {
            mails.stop();
        }
    }

    private static void goThrough(
            Duration length, SmallDisk disk, TestDatabase database, GreenMail mails, ServerProcess node) {
        Books books = new Books(database);
        books.awaitRest();
        Mailbox.takenFrom(mails);
        People people = People.of(node.uri(), "acme");
        assertThat(node.health("database").at("/status").asText()).isEqualTo("UP");
        try (Traffic traffic = new Traffic("A full disk", errand -> errand.step(people))) {
            traffic.awaitDone(5);
            disk.fill();
            whoeverAsksIsPutOff(people, node);
            traffic.mustGoOnFor(length);
            disk.makeRoom();
            await("health")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> node.health("database").at("/status").asText().equals("UP"));
            traffic.awaitDone(5);
            traffic.end();
            books.awaitRest();

            // Whether a mail that went out could be noted is known only when it is: each try may be one more.
            int repeated = traffic.everyMailCame(mails, database, MAIL_WORKERS + (int) length.toSeconds());
            books.mustBalance();
            traffic.mustBeAskedForOnce(database);
            System.out.printf(
                    "disk full for %s: %d requests, %d calls put off, %d mails twice%n",
                    length, traffic.errands(), traffic.putOff(), repeated);
        }
    }

    private static void whoeverAsksIsPutOff(People people, ServerProcess node) {
        Answer refused = await("somebody is put off")
                .atMost(Duration.ofSeconds(30))
                .until(() -> people.requester().post("/approvals", """
                                        {"type": "purchase", "title": "Onto a full disk",
                                         "amount": {"amount": 40000, "currency": "EUR"}}"""), answer -> answer.status() != 201);
        assertThat(refused.status()).as("%s", refused).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isNotBlank();
        // PostgreSQL may just be starting again.
        await("health")
                .atMost(Duration.ofSeconds(30))
                .until(() -> node.health("database").at("/data/reason").asText().equals("its disk is full"));
        assertThat(node.health("database").at("/status").asText()).isEqualTo("DOWN");
    }

    /** Each row of each table and each entry of each index. */
    private static void nothingIsBroken(TestDatabase database) {
        // Only the superuser may look so closely; the tests' server lets it in without a password.
        try (Connection root = DriverManager.getConnection(database.url(), "postgres", "");
                Statement sql = root.createStatement()) {
            sql.execute("CREATE EXTENSION amcheck SCHEMA public");
            try (ResultSet broken = sql.executeQuery("""
                    SELECT c.oid::regclass || ': ' || found.msg FROM pg_class c
                    CROSS JOIN LATERAL public.verify_heapam(c.oid) found WHERE c.relkind = 'r'""")) {
                assertThat(broken.next() ? broken.getString(1) : "nothing").isEqualTo("nothing");
            }
            // Throws at the first one.
            sql.execute("""
                    SELECT public.bt_index_check(c.oid, true) FROM pg_class c
                    JOIN pg_am a ON a.oid = c.relam AND a.amname = 'btree'
                    WHERE c.relkind = 'i' AND c.relpersistence <> 't'""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
