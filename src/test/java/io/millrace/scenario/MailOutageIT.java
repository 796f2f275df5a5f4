package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.scenario.MillraceClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mail server is in trouble while people of several tenants work. */
class MailOutageIT {

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("millrace.mail.outage.seconds", 3));

    /** To each of two tenants; more than all workers at once. */
    private static final int REQUESTS = 20;

    /** Half of the job server's workers. */
    private static final int AT_ONCE = 8;

    /** It waits so long for a word of the mail server. */
    private static final Duration TIME_OUT = Duration.ofSeconds(15);

    private final Books books = new Books(here.database());

    enum Trouble {
        AWAY(false) {
            @Override
            void begin(FaultyMailServer server) {
                server.goAway();
            }
        },
        BREAKING_OFF(false) {
            @Override
            void begin(FaultyMailServer server) {
                server.breaksOffAt("DATA");
            }
        },
        /** It answers, but a mail takes many of its lines. */
        SLOW(true) {
            @Override
            void begin(FaultyMailServer server) {
                server.isSlow(Duration.ofSeconds(2));
            }
        },
        /** It takes whoever comes, and then says nothing for longer than anybody waits. */
        HANGING(false) {
            @Override
            void begin(FaultyMailServer server) {
                server.isSlow(Duration.ofMinutes(1));
            }
        };

        final boolean answers;

        Trouble(boolean answers) {
            this.answers = answers;
        }

        abstract void begin(FaultyMailServer server);
    }

    @AfterEach
    void the_mail_server_is_well() {
        here.mailServer().isWell();
    }

    @ParameterizedTest
    @EnumSource
    void mails_wait_and_come_in_their_order_and_nothing_else_waits(Trouble trouble) {
        assumeTrue(trouble != Trouble.HANGING || LENGTH.compareTo(TIME_OUT) > 0, "takes longer than the short build");
        People acme = here.people("acme");
        People globex = here.people("globex");
        Company company = Company.founded(here.process().uri(), here.database());
        books.awaitRest();
        here.mailServer().taken();

        trouble.begin(here.mailServer());
        List<Answer> asked = new ArrayList<>();
        for (int n = 0; n < REQUESTS; n++) {
            asked.add(ask(acme));
            ask(globex);
        }
        decide(acme, asked.get(asked.size() - 1));
        aJobOfAnotherKindIsDone(company);
        itGoesOn(trouble);
        decide(globex, ask(globex));

        here.mailServer().isWell();
        long well = System.nanoTime();
        books.awaitRest();
        System.out.printf(
                "mail server %s: all mails sent %.1f s after it was well%n", trouble, (System.nanoTime() - well) / 1e9);
        inTheOrderOfTheirAge(here.mailServer().taken());
        books.mustBalance();
    }

    private static Answer ask(People people) {
        Answer asked = people.requester().post("/approvals", """
                        {"type": "purchase", "title": "%s", "amount": {"amount": 40000, "currency": "EUR"}}""".formatted(UUID.randomUUID()));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        return asked;
    }

    private static void decide(People people, Answer asked) {
        Answer decided = people.decider("manager")
                .put("/approvals/" + asked.text("/id") + "/gates/manager/decision", "{\"decision\": \"approve\"}");
        assertThat(decided.text("/state")).as("%s", decided).isEqualTo("completed");
    }

    /** Whoever is suspended has a job look for open gates that nobody can decide any more. */
    private static void aJobOfAnotherKindIsDone(Company company) {
        MillraceClient olga = company.signIn("olga");
        String max = company.signIn("max").get("/me").text("/id");
        Answer suspended = olga.patch("/members/" + max, "{\"state\": \"suspended\"}");
        assertThat(suspended.status()).as("%s", suspended).isEqualTo(200);
        await("a job of another kind")
                .atMost(Duration.ofSeconds(10))
                .until(() -> here.database()
                        .texts("SELECT 1 FROM delivery_dispatch WHERE subscriber = 'AskAnew'")
                        .isEmpty());
    }

    private static void itGoesOn(Trouble trouble) {
        long end = System.nanoTime() + LENGTH.toNanos();
        int visits = here.mailServer().visits();
        await("time passes, and mails are tried").atMost(LENGTH.plusSeconds(30)).until(() -> {
            // One that has ended may be on the list for a moment longer.
            assertThat(here.database().texts("SELECT id FROM jobrunr.jobrunr_jobs WHERE state = 'PROCESSING'"))
                    .hasSizeLessThanOrEqualTo(AT_ONCE + AT_ONCE / 2);
            return System.nanoTime() > end
                    && (trouble == Trouble.AWAY || here.mailServer().visits() > visits);
        });
        await("health knows")
                .atMost(Duration.ofSeconds(10))
                .until(() -> here.health("mail-server")
                        .at("/data/answers")
                        .asText()
                        .equals(String.valueOf(trouble.answers)));
        assertThat(here.health("mail-server").at("/status").asText()).isEqualTo("UP");
    }

    /** As far as eight that go at once can be in order, and one that tried whether anybody answers. */
    private static void inTheOrderOfTheirAge(List<String> arrived) {
        assertThat(arrived).hasSizeGreaterThanOrEqualTo(2 * REQUESTS).doesNotHaveDuplicates();
        List<String> byAge = new ArrayList<>(arrived);
        Collections.sort(byAge);
        for (String mail : arrived) {
            List<String> before = arrived.subList(0, arrived.indexOf(mail));
            assertThat(before)
                    .as("younger ones before %s, of %s", mail, arrived)
                    .filteredOn(other -> byAge.indexOf(other) > byAge.indexOf(mail))
                    .hasSizeLessThanOrEqualTo(2 * AT_ONCE);
        }
    }
}
