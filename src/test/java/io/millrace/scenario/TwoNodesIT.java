package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one database, one of which dies again and again while people work: at acme they ask and decide, at globex
 * each request sets an analyst's processes going, and schedules come due.
 */
class TwoNodesIT {

    private static final int DEATHS = Integer.getInteger("millrace.deaths", 1);
    private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(Integer.getInteger("millrace.deaths.seconds", 8));
    private static final int MAIL_WORKERS = 16;
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(700);
    private static final int APPOINTMENTS = 20;

    private static final TestDatabase database = TestDatabase.empty();
    private static final GreenMail mails = TestServers.mailServer();
    private static final List<ServerProcess> nodes = List.of(node("first"), node("second"));

    /** At one node. */
    private record Everybody(People acme, People globex) {

        static Everybody at(ServerProcess node) {
            return new Everybody(People.of(node.uri(), "acme"), People.of(node.uri(), "globex"));
        }
    }

    private volatile List<Everybody> everybody = List.of();

    private final Books books = new Books(database);
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Boolean> isAway = new CopyOnWriteArrayList<>(List.of(false, false));

    @BeforeAll
    static void start() {
        nodes.forEach(ServerProcess::start);
    }

    private static ServerProcess node(String name) {
        Map<String, String> settings = new HashMap<>(TestServers.settings(database, mails));
        settings.remove("millrace.dashboard.password");
        settings.put("millrace.engine.lock", "PT15S"); // what it held is taken over soon
        return new ServerProcess(Path.of(System.getProperty("millrace.war")).resolveSibling("node-" + name), settings);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(ServerProcess::stop);
        mails.stop();
        database.drop();
    }

    @Test
    void a_key_that_is_revoked_at_one_node_is_out_at_the_other_at_once() {
        for (int here = 0; here < nodes.size(); here++) {
            MillraceClient ann = MillraceClient.at(nodes.get(here).uri()).signIn("acme", "ann");
            Answer made = ann.post("/api-keys", "{\"name\": \"Shop\"}");
            MillraceClient elsewhere = MillraceClient.at(
                            nodes.get((here + 1) % nodes.size()).uri())
                    .with("X-API-Key", made.text("/secret"));
            assertThat(elsewhere.get("/me").status()).isEqualTo(200);

            assertThat(ann.delete("/api-keys/" + made.text("/id")).text("/state"))
                    .isEqualTo("revoked");

            Answer refused = elsewhere.get("/me");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("not_signed_in");
        }
    }

    @Test
    void nothing_is_lost_or_done_twice_or_out_of_order_when_one_of_two_nodes_dies() {
        MillraceClient ada = MillraceClient.at(nodes.get(0).uri()).signIn("globex", "ada");
        Orders.drawnBy(ada);
        Appointments appointments = Appointments.madeBy(ada, database, APPOINTMENTS);
        books.awaitRest();
        Mailbox.takenFrom(mails);
        signIn();
        int mayRepeat = 0;
        try (Traffic traffic = new Traffic("Two nodes", errand -> step(errand, Everybody::acme));
                Traffic orders = new Traffic(
                        "Orders", BETWEEN_ORDERS, Errand::onlyAsked, errand -> step(errand, Everybody::globex))) {
            appointments.comeDue(BETWEEN_DEATHS.dividedBy(2), BETWEEN_DEATHS.dividedBy(APPOINTMENTS));
            for (int death = 0; death < DEATHS; death++) {
                mayRepeat += killAndStart(death % nodes.size(), traffic);
                signIn();
            }
            orders.end();
            traffic.end();
            books.awaitRest();
            Orders.mustBeDoneOnce(orders, database);
            appointments.mustBeServedOnce();
            books.awaitRest();

            int repeated = traffic.everyMailCame(mails, database, mayRepeat);
            books.mustBalance();
            traffic.mustBeAskedForOnce(database);
            orders.mustBeAskedForOnce(database);
            System.out.printf(
                    "two nodes, %d deaths: %d requests, %d calls cut off and sent again to whoever lived; "
                            + "%d mails, %d of them twice (%d were being sent); %d orders, %d appointments%n",
                    DEATHS,
                    traffic.errands(),
                    traffic.putOff(),
                    traffic.expectedMails(Set.of()).size(),
                    repeated,
                    mayRepeat,
                    orders.errands(),
                    APPOINTMENTS);
        }
    }

    /** Again and again: ten deaths take longer than a token lasts. */
    private void signIn() {
        everybody = nodes.stream().map(Everybody::at).toList();
    }

    /** Each at the other node than the one before, if it is there. */
    private boolean step(Errand errand, Function<Everybody, People> company) {
        int node = turn.getAndIncrement() % nodes.size();
        return isAway.get(node) || errand.step(company.apply(everybody.get(node)));
    }

    /** @return how many mails it may have been sending */
    private int killAndStart(int which, Traffic traffic) {
        ServerProcess node = nodes.get(which);
        traffic.mustGoOnFor(BETWEEN_DEATHS);
        node.kill();
        isAway.set(which, true); // as a load balancer would, a moment later
        int sending = database.texts("SELECT id FROM jobrunr.jobrunr_jobs WHERE state = 'PROCESSING'")
                .size();
        node.start();
        isAway.set(which, false);
        return Math.min(sending, MAIL_WORKERS);
    }
}
