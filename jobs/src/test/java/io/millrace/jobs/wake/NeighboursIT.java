package io.millrace.jobs.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.TestDatabase;
import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class NeighboursIT {

    private static TestDatabase database;

    private Node here;
    private Node there;

    @BeforeAll
    static void aDatabase() {
        database = TestDatabase.empty();
    }

    @AfterAll
    static void gone() {
        database.drop();
    }

    @BeforeEach
    void twoNodes() {
        here = new Node("aa");
        there = new Node("bb");
        await().until(() -> here.ears.isListening() && there.ears.isListening());
        await().until(() -> here.rings(Sleeper.ENGINE) == 1 && there.rings(Sleeper.ENGINE) == 1);
    }

    @AfterEach
    void stop() {
        here.stop();
        there.stop();
    }

    @Test
    void a_ring_here_wakes_those_who_wait_there() {
        here.alarm.ring(Sleeper.RELAY);

        await().pollInterval(Duration.ofMillis(1)).until(() -> there.rings(Sleeper.RELAY) == 2);
        assertThat(there.rings(Sleeper.JOBS)).isEqualTo(1);
    }

    @Test
    void nobody_is_woken_by_their_own_echo() {
        here.alarm.ring(Sleeper.RELAY);
        await().until(() -> there.rings(Sleeper.RELAY) == 2);
        there.alarm.ring(Sleeper.JOBS); // whatever here hears next comes after its own echo

        await().until(() -> here.rings(Sleeper.JOBS) == 2);
        assertThat(here.rings(Sleeper.RELAY)).isEqualTo(2);
    }

    @Test
    void a_thousand_rings_are_a_handful_of_notices() {
        for (int i = 0; i < 1_000; i++) {
            here.alarm.ring(Sleeper.RELAY);
        }
        here.alarm.ring(Sleeper.JOBS);

        await().until(() -> there.rings(Sleeper.JOBS) == 2);
        assertThat(there.rings(Sleeper.RELAY)).isBetween(2, 50);
    }

    @Test
    void a_lost_connection_is_noticed_and_replaced_and_everybody_looks_for_what_was_missed() {
        terminate(here.listener());

        await().until(() -> here.rings(Sleeper.ENGINE) == 2);
        assertThat(here.ears.isListening()).isTrue();
        there.alarm.ring(Sleeper.JOBS);
        await().until(() -> here.rings(Sleeper.JOBS) == 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RELAY", "x y", "RELAY; DROP TABLE node zz", "NOBODY,,, cc", "relay cc"})
    void what_strangers_say_wakes_nobody_and_harms_nobody(String words) {
        database.run("SELECT pg_notify('millrace_wake', '" + words + "')");
        there.alarm.ring(Sleeper.JOBS);

        await().until(() -> here.rings(Sleeper.JOBS) == 2);
        assertThat(here.rings(Sleeper.RELAY)).isEqualTo(1);
        assertThat(here.ears.isListening()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeat('x', 7999)",
                "repeat('RELAY,', 1333)",
                "repeat('RELAY,', 10) || ' ' || repeat('f', 7900)",
                "E'\\x01\\x02\\x7f\\u00ff\\U0001F4A3'",
                "E'RELAY\\n ff'",
                "'RELAY 019a0000-0000-7000-8000-000000000001'",
                "'SEND_EMAIL,NOBODY ff'",
                "'{\"tenant\": \"globex\", \"delivery\": \"019a0000-0000-7000-8000-000000000001\"}'"
            })
    void what_strangers_make_of_it_wakes_nobody_and_harms_nobody(String sql) {
        database.run("SELECT pg_notify('millrace_wake', " + sql + ")");
        there.alarm.ring(Sleeper.JOBS);

        await().until(() -> here.rings(Sleeper.JOBS) == 2);
        assertThat(here.rings(Sleeper.RELAY)).isEqualTo(1);
        assertThat(here.ears.isListening()).isTrue();
    }

    @Test
    void of_a_flood_of_good_looking_notices_a_few_wake_somebody() {
        database.run("SELECT count(pg_notify('millrace_wake', 'RELAY ' || to_hex(4096 + n)))"
                + " FROM generate_series(1, 10000) n");
        there.alarm.ring(Sleeper.JOBS); // whatever here hears next comes after all of them

        await().until(() -> here.rings(Sleeper.JOBS) == 2);
        assertThat(here.rings(Sleeper.RELAY)).isBetween(2, 2_000);
        assertThat(here.ears.isListening()).isTrue();
    }

    private static void terminate(String application) {
        assertThat(database.texts("SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity"
                        + " WHERE application_name = '" + application + "'"))
                .containsExactly("true");
    }

    /** What one node has of this, and how often each of its sleepers was woken. */
    private static final class Node {

        final Alarm alarm = new Alarm();
        final HearOthers ears;
        private final TellOthers mouth;
        private final String name;
        private final Map<Sleeper, AtomicInteger> rings = new EnumMap<>(Sleeper.class);

        Node(String name) {
            this.name = name;
            PGSimpleDataSource driver = new PGSimpleDataSource();
            driver.setUrl(database.url());
            driver.setUser(TestDatabase.OWNER);
            driver.setPassword(database.password());
            driver.setApplicationName(listener());
            ears = new HearOthers(driver, alarm, name);
            PGSimpleDataSource speaker = new PGSimpleDataSource();
            speaker.setUrl(database.url());
            speaker.setUser(TestDatabase.OWNER);
            speaker.setPassword(database.password());
            mouth = new TellOthers(speaker, name);
            for (Sleeper sleeper : Sleeper.values()) {
                AtomicInteger count = new AtomicInteger();
                rings.put(sleeper, count);
                alarm.wakes(sleeper, count::incrementAndGet);
            }
            alarm.alsoElsewhere(mouth::tell);
            new Thread(ears).start();
            new Thread(mouth).start();
        }

        String listener() {
            return "listener-" + name;
        }

        int rings(Sleeper sleeper) {
            return java.util.Objects.requireNonNull(rings.get(sleeper)).get();
        }

        void stop() {
            ears.stop();
            mouth.stop();
        }
    }
}
