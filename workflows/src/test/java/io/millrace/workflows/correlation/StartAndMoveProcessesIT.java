package io.millrace.workflows.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeleteModelVersion;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.NodeWork;
import io.millrace.workflows.process.NoteTriggers;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which processes an event starts and moves: StartAndMoveProcesses with the engine and the spine. */
class StartAndMoveProcessesIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private UUID acme = new UUID(0, 0);
    private Member ada;
    private Happenings here;

    @BeforeEach
    void an_analyst() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
        here = new Happenings(room, acme);
    }

    @BeforeAll
    static void a_shared_model() {
        NodeWork.run(() -> room.get(RepositoryService.class)
                .createDeployment()
                .addInputStream(
                        "on-shared.bpmn", new ByteArrayInputStream(Models.startedBy("on-shared", "shipped", "shared")))
                .deploy());
        TenantScope.run(TenantScope.PLATFORM, () -> room.get(NoteTriggers.class).ofShared());
    }

    @Test
    void an_event_that_nobody_listens_to_makes_no_delivery() {
        here.happens(OrderHappened.about("4711"));

        assertThat(room.database().texts("SELECT subscriber FROM event_delivery WHERE tenant_id = '" + acme + "'"))
                .isEmpty();
    }

    @Test
    void an_event_starts_the_model_that_begins_with_it_and_hands_over_what_it_asks_for() {
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "ask"));

        here.heard(OrderHappened.about("4711"));

        assertThat(here.stands()).containsExactly("on-paid 4711 ask");
        assertThat(here.variables())
                .containsExactly("amount long 4200", "express boolean 1", "rate double 0.5", "remark string as agreed");
        assertThat(here.kept()).isEmpty();
    }

    @Test
    void an_event_from_before_the_deployment_starts_nothing() {
        here.happens(OrderHappened.about("4711"));
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "ask"));

        here.hear();

        assertThat(here.stands()).isEmpty();
    }

    @Test
    void all_models_that_begin_with_it_are_started_and_all_that_wait_are_moved_first() {
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "ask"));
        here.deployedBy(ada, Models.startedBy("on-paid-too", "paid", "ask"));
        here.deployedBy(ada, Models.waitingFor("on-hand", "paid"));
        here.started("on-hand", "4711");
        here.started("on-hand", "4711");
        here.started("on-hand", "other");

        here.heard(OrderHappened.about("4711"));

        assertThat(here.stands())
                .containsExactly(
                        "on-hand 4711 after",
                        "on-hand 4711 after",
                        "on-hand other wait",
                        "on-paid 4711 ask",
                        "on-paid-too 4711 ask");
    }

    @Test
    void the_latest_version_counts_and_the_one_before_it_when_that_is_deleted() {
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "first"));
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "second"));
        here.deployedBy(ada, Models.startedByHand("on-paid"));
        here.heard(OrderHappened.about("nobody"));
        delete(3);
        here.heard(OrderHappened.about("two"));
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "third"));

        here.heard(OrderHappened.about("three"));

        assertThat(here.stands()).containsExactly("on-paid three third", "on-paid two second");
    }

    @Test
    void a_tenants_own_key_hides_the_shared_one_whatever_it_begins_with() {
        Happenings there = new Happenings(room, room.anotherTenant("globex"));
        here.deployedBy(ada, Models.startedBy("on-shared", "shipped", "own"));
        here.heard(new OrderShipped("1"));
        here.deployedBy(ada, Models.startedByHand("on-shared"));

        here.heard(new OrderShipped("2"));
        there.heard(new OrderShipped("3"));
        delete("on-shared", 2);
        here.heard(new OrderShipped("4"));

        assertThat(here.stands()).containsExactly("on-shared 1 own", "on-shared 4 own");
        assertThat(there.stands()).containsExactly("on-shared 3 shared");
    }

    @Test
    void the_shared_one_counts_again_when_a_tenant_has_no_own_version_any_more() {
        here.deployedBy(ada, Models.startedByHand("on-shared"));
        here.heard(new OrderShipped("1"));

        delete("on-shared", 1);
        here.heard(new OrderShipped("2"));

        assertThat(here.stands()).containsExactly("on-shared 2 shared");
    }

    @Test
    void is_invisible_to_another_tenant() {
        UUID globex = room.anotherTenant("globex");
        Member stranger = room.member(globex, "Ada", Role.ANALYST);
        Happenings there = new Happenings(room, globex);
        there.deployedBy(stranger, Models.startedBy("on-paid", "paid", "ask"));
        there.deployedBy(stranger, Models.waitingFor("on-hand", "paid"));
        there.started("on-hand", "4711");

        here.heard(OrderHappened.about("4711"));
        there.hear();

        assertThat(here.stands()).isEmpty();
        assertThat(there.stands()).containsExactly("on-hand 4711 wait");
        assertThat(here.kept()).isEmpty();
        assertThat(there.kept()).isEmpty();
    }

    @Test
    void who_holds_the_lock_of_an_event_never_wants_that_of_mails_so_the_two_cannot_wait_for_each_other() {
        here.deployedBy(ada, Models.mailingFirst("mails-first", "paid"));
        here.deployedBy(ada, Models.mailingAfter("mails-after", "paid"));
        here.started("mails-after", "4711");
        here.happens(OrderHappened.about("4711"));

        here.hearNext(() -> {
            assertThat(holders("\\n" + OrderHappened.PAID + "\\n4711")).isEqualTo(1);
            assertThat(holders("\\nnotices")).isZero();
        });

        assertThat(here.stands()).containsExactly("mails-after 4711 after", "mails-first 4711 after");
        assertThat(room.database().texts("SELECT template FROM email_message WHERE tenant_id = '" + acme + "'"))
                .containsExactly("notice", "notice");
    }

    private int holders(String lock) {
        return room.database()
                .texts("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
                        + " AND (classid::bigint << 32 | objid::bigint) = hashtextextended('" + acme + "' || E'" + lock
                        + "', 0)")
                .size();
    }

    @Test
    void runs_twice_with_one_effect() {
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "ask"));
        here.happens(OrderHappened.about("4711"));
        var line = here.mine().get(0);

        assertThat(here.hear(line, () -> {})).isTrue();
        assertThat(here.hear(line, () -> {})).isFalse();

        assertThat(here.stands()).containsExactly("on-paid 4711 ask");
    }

    @Test
    void leaves_no_trace_when_it_fails() {
        here.deployedBy(ada, Models.startedBy("on-paid", "paid", "ask"));
        here.deployedBy(ada, Models.waitingFor("on-hand", "paid"));
        here.started("on-hand", "4711");
        here.happens(OrderHappened.about("4711"));

        assertThatThrownBy(() -> here.hearNext(() -> {
                    throw new IllegalStateException("the node dies here");
                }))
                .hasMessage("the node dies here");
        assertThat(here.stands()).containsExactly("on-hand 4711 wait");

        here.hear();
        assertThat(here.stands()).containsExactly("on-hand 4711 after", "on-paid 4711 ask");
    }

    @Test
    void a_called_process_is_about_what_its_caller_is_about() {
        here.deployedBy(ada, Models.waitingFor("on-hand", "paid"));
        here.deployedBy(ada, Models.calling("calling-on-hand", "on-hand"));
        here.started("calling-on-hand", "4711");

        here.heard(OrderHappened.about("4711"));

        assertThat(here.stands()).containsExactly("on-hand 4711 after");
        assertThat(here.variables()).containsExactly("amount long 4200");
    }

    private void delete(int version) {
        delete("on-paid", version);
    }

    private void delete(String key, int version) {
        room.as(ada, () -> room.get(DeleteModelVersion.class).delete(key, version));
    }
}
