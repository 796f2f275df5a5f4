package io.millrace.workflows.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
import io.millrace.harness.Room;
import io.millrace.harness.TestClock;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeleteModelVersion;
import io.millrace.process.DeployModel;
import io.millrace.process.ProcessFailed;
import io.millrace.schedule.MakeSchedule;
import io.millrace.schedule.MakeSchedule.Wanted;
import io.millrace.schedule.ScheduleRefused;
import io.millrace.schedule.Schedules;
import io.millrace.schedule.StartScheduled;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.EngineRoom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schedules that start processes of the real engine. */
class EngineScheduledProcessesIT {

    private static final TestClock clock = new TestClock(Instant.parse("2027-03-05T12:00:00Z"));

    @RegisterExtension
    static final Room room = EngineRoom.with().at(clock);

    private UUID acme = new UUID(0, 0);
    private Member ada;

    @BeforeEach
    void an_analyst() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
    }

    @Test
    void the_version_counts_that_there_is_when_it_is_due() {
        deploy("count-stock", "<startEvent id='start'/>", "first");
        UUID schedule = make("count-stock");
        deploy("count-stock", "<startEvent id='start'/>", "second");

        clock.advance(Duration.ofMinutes(1));
        serve(schedule);

        assertThat(room.database().texts("""
                        SELECT e.act_id_ || ' ' || e.business_key_ || ' ' || v.long_ FROM camunda.act_ru_execution e
                        JOIN camunda.act_ru_variable v ON v.proc_inst_id_ = e.id_ AND v.name_ = 'shelf'
                        WHERE e.tenant_id_ = '%s'""".formatted(acme))).containsExactly("second shelf-7 7");
    }

    @Test
    void a_process_that_is_gone_meanwhile_is_an_error_that_the_schedule_shows() {
        deploy("count-stock", "<startEvent id='start'/>", "ask");
        UUID schedule = make("count-stock");
        room.as(ada, () -> room.get(DeleteModelVersion.class).delete("count-stock", 1));
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> serve(schedule))
                .isInstanceOf(NotFound.class)
                .satisfies(thrown -> TenantScope.run(
                        acme, () -> room.get(StartScheduled.class).failed(schedule, thrown)));

        String error = room.inside(
                acme, () -> room.get(Schedules.class).require(schedule).lastError());
        assertThat(error).isEqualTo("There is no such process that starts without an event.");
        deploy("count-stock", "<startEvent id='start'/>", "ask");
        clock.advance(Duration.ofMinutes(1));
        serve(schedule);
        assertThat(room.<String>inside(
                        acme,
                        () -> String.valueOf(
                                room.get(Schedules.class).require(schedule).lastError())))
                .isEqualTo("null");
    }

    @Test
    void a_first_step_that_fails_is_named_in_the_schedule_and_leaves_nothing() {
        deploy("count-stock", "<startEvent id='start'/>", "ask", "camunda:assignee='${nobody}'");
        UUID schedule = make("count-stock");
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> serve(schedule))
                .isInstanceOfSatisfying(
                        ProcessFailed.class,
                        failed -> assertThat(failed.detail())
                                .isEqualTo(
                                        "The process count-stock failed at \"ask\": there is no nobody here. Nothing was"
                                                + " changed."));

        assertThat(room.database().texts("SELECT id_ FROM camunda.act_ru_execution WHERE tenant_id_ = '" + acme + "'"))
                .isEmpty();
    }

    @Test
    void only_what_starts_without_an_event_is_started_by_the_clock() {
        deploy("on-paid", "<startEvent id='start'><messageEventDefinition messageRef='paid'/></startEvent>", "ask");

        assertThatThrownBy(() -> make("on-paid")).isInstanceOf(ScheduleRefused.class);
        assertThatThrownBy(() -> make("nothing")).isInstanceOf(ScheduleRefused.class);
        assertThatThrownBy(() -> make("approval-routing")).isInstanceOf(ScheduleRefused.class);
    }

    private UUID make(String process) {
        Wanted wanted = new Wanted(process, "Each minute", null, null, "PT1M", "shelf-7", Map.of("shelf", 7L));
        return room.as(ada, () -> room.get(MakeSchedule.class).make(wanted).id());
    }

    private boolean serve(UUID schedule) {
        return TenantScope.<Boolean>call(
                acme, () -> room.get(StartScheduled.class).start(schedule));
    }

    private void deploy(String key, String start, String task) {
        deploy(key, start, task, "camunda:candidateGroups='manager'");
    }

    private void deploy(String key, String start, String task, String whose) {
        byte[] file = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <message id="paid" name="order.paid"/>
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                    %s
                    <sequenceFlow id="f1" sourceRef="start" targetRef="%s"/>
                    <userTask id="%s" %s/>
                  </process>
                </definitions>
                """.formatted(key, start, task, task, whose).getBytes(StandardCharsets.UTF_8);
        room.as(ada, () -> room.get(DeployModel.class).deploy(file));
    }
}
