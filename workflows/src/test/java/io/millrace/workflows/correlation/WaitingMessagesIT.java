package io.millrace.workflows.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.correlation.ReportUnclaimedEvents;
import io.millrace.harness.Room;
import io.millrace.harness.TestClock;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.EngineRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that come before anybody waits for them. */
class WaitingMessagesIT {

    private static final TestClock clock = new TestClock(Instant.parse("2027-03-05T12:00:00Z"));

    @RegisterExtension
    static final Room room = EngineRoom.with().at(clock);

    private UUID acme = new UUID(0, 0);
    private Member ada;
    private Happenings here;

    /** All places at which a process can wait. */
    enum Place {
        CATCH_EVENT(key -> Models.waitingFor(key, "paid")),
        RECEIVE_TASK(Models::receiving),
        GATEWAY(Models::atAGateway),
        BOUNDARY(Models::atABoundary),
        EVENT_SUB_PROCESS(Models::inAnEventSubProcess);

        @SuppressWarnings("ImmutableEnumChecker") // it makes text of text
        private final Function<String, byte[]> model;

        Place(Function<String, byte[]> model) {
            this.model = model;
        }
    }

    @BeforeEach
    void an_analyst() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
        here = new Happenings(room, acme);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_waits_for_a_process_that_comes_later(Place place) {
        here.deployedBy(ada, place.model.apply("waits"));
        here.heard(OrderHappened.about("4711"));
        assertThat(here.kept()).containsExactly("order.paid 4711");

        here.started("waits", "4711");
        here.started("waits", "other");

        assertThat(here.stands()).contains("waits 4711 after").doesNotContain("waits other after");
    }

    @ParameterizedTest
    @EnumSource
    void an_event_finds_a_process_that_waits_already(Place place) {
        here.deployedBy(ada, place.model.apply("waits"));
        here.started("waits", "4711");

        here.heard(OrderHappened.about("4711"));

        assertThat(here.stands()).containsExactly("waits 4711 after");
        assertThat(here.kept()).isEmpty();
    }

    @Test
    void what_the_model_asks_for_is_handed_over_later_too() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.heard(OrderHappened.about("4711"));

        here.started("waits", "4711");

        assertThat(here.variables()).containsExactly("amount long 4200");
    }

    @Test
    void everybody_who_comes_by_gets_it() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.deployedBy(ada, Models.receiving("receives"));
        here.heard(OrderHappened.about("4711"));

        here.started("waits", "4711");
        here.started("waits", "4711");
        here.started("receives", "4711");

        assertThat(here.stands()).containsExactly("receives 4711 after", "waits 4711 after", "waits 4711 after");
    }

    @Test
    void one_process_gets_it_once_however_often_it_waits() {
        here.deployedBy(ada, Models.waitingTwice("waits"));
        here.heard(OrderHappened.about("4711"));

        here.started("waits", "4711");
        assertThat(here.stands()).containsExactly("waits 4711 second");

        here.heard(OrderHappened.about("4711"));
        assertThat(here.stands()).containsExactly("waits 4711 after");
    }

    @Test
    void two_that_came_early_move_it_twice() {
        here.deployedBy(ada, Models.waitingTwice("waits"));
        here.heard(OrderHappened.about("4711"));
        here.heard(OrderHappened.about("4711"));

        here.started("waits", "4711");

        assertThat(here.stands()).containsExactly("waits 4711 after");
    }

    @Test
    void of_two_about_the_same_the_one_that_begins_after_the_event_found_the_other_waits_for_the_next() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.started("waits", "4711");
        here.heard(OrderHappened.about("4711"));

        here.started("waits", "4711");

        assertThat(here.stands()).containsExactly("waits 4711 after", "waits 4711 wait");
        assertThat(here.kept()).isEmpty();
    }

    @Test
    void what_only_starts_processes_is_not_kept() {
        here.deployedBy(ada, Models.startedBy("starts", "paid", "ask"));
        here.deployedBy(ada, Models.startedByHand("starts"));

        here.heard(OrderHappened.about("4711"));

        assertThat(here.kept()).isEmpty();
    }

    @Test
    void nobody_gets_what_has_expired_and_it_is_reported() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid", "PT12H"));
        here.deployedBy(ada, Models.waitingFor("waits-longer", "paid", "P2D"));
        here.heard(OrderHappened.about("4711"));
        clock.advance(Duration.ofDays(2).minusSeconds(1));
        here.started("waits", "4711");
        here.heard(OrderHappened.about("late"));
        clock.advance(Duration.ofDays(2));

        here.started("waits-longer", "late");

        assertThat(here.stands()).containsExactly("waits 4711 after", "waits-longer late wait");
        assertThat(reported()).isEmpty();
        assertThat(report()).isEqualTo(2);
        assertThat(report()).isZero();
        assertThat(reported()).containsExactly("late order.paid");
        assertThat(here.kept()).isEmpty();
    }

    @Test
    void nobody_is_given_what_expires_at_the_same_moment() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid", "PT12H"));
        here.heard(OrderHappened.about("4711"));
        Instant before = clock.instant();

        room.inside(acme, () -> {
            clock.advance(Duration.ofHours(12));
            assertThat(room.get(ReportUnclaimedEvents.class).report()).isEqualTo(1);
            clock.set(before); // of a node that is behind
            meanwhile(() -> here.started("waits", "4711"));
        });

        assertThat(here.stands()).containsExactly("waits 4711 wait");
        assertThat(reported()).containsExactly("4711 order.paid");
    }

    @Test
    void what_is_taken_at_the_moment_of_its_end_is_not_reported() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid", "PT12H"));
        here.heard(OrderHappened.about("4711"));

        here.started("waits", "4711", () -> {
            clock.advance(Duration.ofHours(12));
            meanwhile(() -> assertThat(report()).isZero());
        });

        assertThat(here.stands()).containsExactly("waits 4711 after");
        assertThat(report()).isEqualTo(1);
        assertThat(reported()).isEmpty();
    }

    @Test
    void another_tenants_process_gets_nothing() {
        UUID globex = room.anotherTenant("globex");
        Happenings there = new Happenings(room, globex);
        there.deployedBy(room.member(globex, "Ada", Role.ANALYST), Models.waitingFor("waits", "paid"));
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.heard(OrderHappened.about("4711"));

        there.started("waits", "4711");

        assertThat(there.stands()).containsExactly("waits 4711 wait");
        assertThat(here.kept()).containsExactly("order.paid 4711");
    }

    /** In a transaction of its own, which must not wait for the one that is open here. */
    private static void meanwhile(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private int report() {
        return TenantScope.<Integer>call(
                acme, () -> room.get(ReportUnclaimedEvents.class).report());
    }

    private List<String> reported() {
        return room.database().texts("""
                SELECT e.subject || ' ' || (e.data ->> 'event_type') FROM event e
                JOIN audit_entry a ON a.tenant_id = e.tenant_id AND a.action = e.type
                 AND a.subject_id::text = e.data ->> 'event_id'
                WHERE e.type = 'event.unclaimed' AND e.tenant_id = '%s'""".formatted(acme));
    }
}
