package io.millrace.workflows.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.outbox.Cause;
import io.millrace.outbox.StopLoops;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.NodeWork;
import io.millrace.workflows.process.NoteTriggers;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models that cause each other's events. */
class LoopsIT {

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
    void two_that_start_each_other_without_end_are_stopped_by_an_incident_that_names_the_round() {
        here.deployedBy(ada, StatingModels.passingOn("ships", "paid", "order.shipped"));
        here.deployedBy(ada, StatingModels.passingOn("bills", "shipped", "order.paid"));

        here.happens(OrderHappened.about("4711"));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            here.hear();
            return !incidents().isEmpty();
        });

        assertThat(incidents())
                .containsExactly("state 50 events in a row have led here without a person or a timer between them:"
                        + " order.paid -> order.shipped -> order.paid. Put a task or a timer into the circle, or leave a"
                        + " step out.");
        assertThat(hops()).hasSize(StopLoops.MOST + 1).endsWith("49 order.shipped", "50 order.paid");
        here.hear();
        assertThat(hops()).hasSize(StopLoops.MOST + 1);
    }

    @Test
    void a_circle_through_an_event_that_waits_for_all_of_it_is_stopped_too() {
        here.deployedBy(ada, StatingModels.passingOnAfterWaiting("rounds", "paid", "shipped", "order.paid"));
        here.heard(new OrderShipped("4711"));

        here.happens(OrderHappened.about("4711"));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            here.hear();
            return !incidents().isEmpty();
        });

        assertThat(incidents()).singleElement().asString().contains("order.paid -> order.paid");
        assertThat(hops()).hasSize(StopLoops.MOST + 2).endsWith("49 order.paid", "50 order.paid");
    }

    @Test
    void what_goes_on_at_once_with_an_event_that_waited_counts_what_led_to_that_event() {
        NodeWork.run(() -> room.get(RepositoryService.class)
                .createDeployment()
                .addInputStream(
                        "states.bpmn",
                        new ByteArrayInputStream(StatingModels.statingAfter("states", "kept", "order.delivered")))
                .deploy());
        TenantScope.run(TenantScope.PLATFORM, () -> room.get(NoteTriggers.class).ofShared());
        Cause.set(new Cause(new UUID(0, 1), 47));
        here.heard(new OrderKept("4711"));
        Cause.set(null);

        here.started("states", "4711");

        assertThat(hops()).containsExactly("48 order.kept", "49 order.delivered");
        assertThat(Cause.current()).isNull();
    }

    @Test
    void a_person_between_them_makes_a_new_beginning() {
        here.deployedBy(ada, StatingModels.passingOnByHand("ships", "paid", "order.shipped"));
        here.deployedBy(ada, StatingModels.passingOn("bills", "shipped", "order.paid"));
        here.heard(OrderHappened.about("4711"));
        assertThat(here.stands()).containsExactly("ships 4711 ask");

        TaskService tasks = room.get(TaskService.class);
        room.inside(
                acme,
                () -> tasks.complete(tasks.createTaskQuery().singleResult().getId()));
        await().until(() -> {
            here.hear();
            return here.stands().equals(List.of("ships 4711 ask"));
        });

        assertThat(hops()).containsExactly("0 order.paid", "0 order.shipped", "1 order.paid");
    }

    @Test
    void what_led_a_called_process_to_its_end_leads_its_caller_on() {
        here.deployedBy(ada, Models.onlyWaitingFor("is-shipped", "shipped"));
        here.deployedBy(ada, StatingModels.passingOnAfterCalling("delivers", "paid", "is-shipped", "order.delivered"));
        here.deployedBy(ada, StatingModels.passingOn("ships", "paid", "order.shipped"));
        here.happens(OrderHappened.about("4711"));

        await().until(() -> {
            here.hear();
            return hops().size() == 3;
        });

        assertThat(hops()).containsExactly("0 order.paid", "1 order.shipped", "2 order.delivered");
    }

    private List<String> incidents() {
        return room.database()
                .texts("SELECT activity_id_ || ' ' || incident_msg_ FROM camunda.act_ru_incident WHERE tenant_id_ = '"
                        + acme + "'");
    }

    private List<String> hops() {
        return room.database()
                .texts("SELECT hops || ' ' || type FROM event WHERE type LIKE 'order.%' AND tenant_id = '" + acme
                        + "' ORDER BY id");
    }
}
