package io.millrace.workflows.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Meeting;
import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.workflows.EngineRoom;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events and processes that come for each other at the same moment, and those that fail just then. */
class WaitingMessagesMeanwhileIT {

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

    @Test
    void a_process_that_begins_to_wait_meanwhile_is_given_what_the_event_leaves() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.happens(OrderHappened.about("4711"));

        Meeting.of(room.database(), here::hearNext, () -> here.started("waits", "4711"));

        assertThat(here.stands()).containsExactly("waits 4711 after");
    }

    @Test
    void an_event_that_comes_meanwhile_finds_the_process_that_has_just_begun_to_wait() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.happens(OrderHappened.about("4711"));

        Meeting.of(room.database(), end -> here.started("waits", "4711", end), here::hear);

        assertThat(here.stands()).containsExactly("waits 4711 after");
        assertThat(here.kept()).isEmpty();
    }

    @Test
    void a_process_that_gives_up_meanwhile_leaves_the_event_for_the_next_one() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.happens(OrderHappened.about("4711"));

        Meeting.of(
                room.database(),
                end -> assertThatThrownBy(() -> here.started("waits", "4711", () -> {
                            end.run();
                            throw new IllegalStateException("the node dies here");
                        }))
                        .hasMessage("the node dies here"),
                here::hear);

        assertThat(here.kept()).containsExactly("order.paid 4711");
        here.started("waits", "4711");
        assertThat(here.stands()).containsExactly("waits 4711 after");
    }

    @Test
    void a_process_that_comes_on_a_thread_of_the_engine_gets_it_too() {
        here.deployedBy(ada, Models.waitingLater("waits"));
        here.heard(OrderHappened.about("4711"));

        here.started("waits", "4711");

        await().until(() -> here.stands().equals(List.of("waits 4711 after")));
    }

    @Test
    void branches_that_wait_together_get_it_together_whichever_comes_first() {
        here.deployedBy(ada, Models.waitingInTwoBranches("waits"));
        here.heard(OrderHappened.about("early"));

        here.started("waits", "early");
        here.started("waits", "late");
        here.heard(OrderHappened.about("late"));

        assertThat(here.stands())
                .containsExactly(
                        "waits early afterOne",
                        "waits early afterOther",
                        "waits late afterOne",
                        "waits late afterOther");
    }

    @Test
    void a_branch_that_comes_to_its_wait_later_waits_for_the_next_whichever_came_first() {
        here.deployedBy(ada, Models.waitingInTwoBranchesOneByOne("waits"));
        here.heard(OrderHappened.about("early"));
        here.started("waits", "early");
        here.started("waits", "late");
        here.heard(OrderHappened.about("late"));

        TaskService tasks = room.get(TaskService.class);
        room.inside(
                acme,
                () -> tasks.createTaskQuery()
                        .taskDefinitionKey("ask")
                        .list()
                        .forEach(task -> tasks.complete(task.getId())));

        assertThat(here.stands())
                .containsExactly(
                        "waits early afterOne", "waits early other", "waits late afterOne", "waits late other");
    }

    @Test
    void a_process_that_fails_after_it_has_taken_one_takes_it_again() {
        here.deployedBy(ada, Models.waitingFor("waits", "paid"));
        here.heard(OrderHappened.about("4711"));

        assertThatThrownBy(() -> here.started("waits", "4711", () -> {
                    throw new IllegalStateException("the node dies here");
                }))
                .hasMessage("the node dies here");
        here.started("waits", "4711");

        assertThat(here.stands()).containsExactly("waits 4711 after");
    }
}
