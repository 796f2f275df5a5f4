package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.BaseBackup;
import io.millrace.harness.StoppableServer;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is lost while people work, and a copy of it, as it was at a moment, takes its place. */
@Tag("endurance")
class RestoredCopyIT {

    private static final String POINT = "before-the-loss";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Path HOME = Path.of(System.getProperty("millrace.war")).resolveSibling("restored-copy");

    @Test
    void it_goes_on_where_it_stood_and_sends_nothing_again_that_was_sent_before(@TempDir Path room) {
        BaseBackup backup = new BaseBackup(room);
        GreenMail mails = TestServers.mailServer();
        try (StoppableServer lost = backup.server()) {
            lost.start();
            peopleWorkUntilItIsLost(backup, TestDatabase.on(lost), mails);
        } finally {
            mails.stop();
        }
        GreenMail mailsOfTheCopy = TestServers.mailServer();
        try (StoppableServer copy = backup.restored(POINT)) {
            copy.start();
            TestDatabase database = TestDatabase.restoredOn(copy);
            // It lets readers in before it is there.
            Awaitility.await("the moment is reached")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> database.texts("SELECT pg_is_in_recovery()").contains("f"));
            goesOn(database, mailsOfTheCopy);
        } finally {
            mailsOfTheCopy.stop();
        }
    }

    private static void peopleWorkUntilItIsLost(BaseBackup backup, TestDatabase database, GreenMail mails) {
        ServerProcess node = node(database, mails);
        try {
            node.start();
            People people = People.of(node.uri(), "acme");
            try (Traffic traffic = new Traffic("Before the loss", errand -> errand.step(people))) {
                traffic.awaitDone(5);
                backup.make();
                traffic.awaitDone(10);
                leaveOneOpen(people.requester());
                backup.mark(POINT);
                traffic.awaitDone(5);
                traffic.end();
            }
        } finally {
            node.kill();
        }
    }

    /** Whether anybody else is in the middle of something at that moment is chance. */
    private static void leaveOneOpen(MillraceClient ann) {
        Answer answer = ann.post("/approvals", """
                {"type": "purchase", "title": "Before the loss: a bench", "amount": {"amount": 900000, "currency": "EUR"}}""");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    private static void goesOn(TestDatabase copy, GreenMail mails) {
        Books books = new Books(copy);
        Set<String> sent = mailsIn(copy, "SENT");
        Set<String> queued = mailsIn(copy, "QUEUED");
        List<String> open =
                copy.texts("SELECT id FROM approval WHERE closed_at IS NULL AND title LIKE 'Before the loss%'");
        assertThat(sent).as("mails sent before the moment").isNotEmpty();
        assertThat(open).as("requests that were open at that moment").isNotEmpty();

        ServerProcess node = node(copy, mails);
        try {
            node.start();
            books.awaitRest();
            Set<String> arrived = messageIds(mails);
            assertThat(arrived).as("sent before, and again").doesNotContainAnyElementsOf(sent);
            Set<String> missing = without(queued, mailsIn(copy, "SKIPPED"));
            missing.removeAll(arrived);
            assertThat(missing)
                    .as("waited, and not sent: %s", whatBecameOf(copy, missing))
                    .isEmpty();

            People people = People.of(node.uri(), "acme");
            open.forEach(id -> approve(people, id));
            books.awaitRest();
            books.mustBalance();
            System.out.printf(
                    "a restored copy: %d mails were sent before, none of them again; %d waited and were sent; "
                            + "%d requests stood open and went on%n",
                    sent.size(), queued.size(), open.size());
        } finally {
            node.stop();
        }
    }

    private static void approve(People people, String id) {
        Answer answer = people.requester().get("/approvals/" + id);
        while (!answer.text("/state").equals("completed")) {
            String gate = answer.text("/state");
            answer = people.decider(gate)
                    .put("/approvals/%s/gates/%s/decision".formatted(id, gate), "{\"decision\": \"approve\"}");
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        }
    }

    private static ServerProcess node(TestDatabase database, GreenMail mails) {
        Map<String, String> settings = TestServers.settings(database, mails);
        settings.remove("millrace.dashboard.password");
        return new ServerProcess(HOME, settings);
    }

    /** By the ids of their deliveries, which are in their Message-IDs. */
    private static Set<String> mailsIn(TestDatabase database, String state) {
        return new TreeSet<>(database.texts("""
                SELECT d.id FROM email_message m
                JOIN event e ON e.tenant_id = m.tenant_id AND e.subject = m.id::text AND e.type = 'message.queued'
                JOIN event_delivery d ON d.tenant_id = e.tenant_id AND d.event_id = e.id AND d.subscriber = 'SendEmail'
                WHERE m.state = '%s'""".formatted(state)));
    }

    private static List<String> whatBecameOf(TestDatabase database, Set<String> deliveries) {
        return database.texts("""
                SELECT m::text || ' ' || d::text FROM event_delivery d
                JOIN event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
                JOIN email_message m ON m.tenant_id = e.tenant_id AND m.id::text = e.subject
                WHERE d.id::text = ANY ('{%s}')""".formatted(String.join(",", deliveries)));
    }

    private static Set<String> messageIds(GreenMail mails) {
        return Mailbox.takenFrom(mails).values().stream()
                .flatMap(List::stream)
                .map(UUID::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
