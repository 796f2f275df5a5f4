package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.Ids;
import io.millrace.harness.Room;
import io.millrace.outbox.Trace;
import io.millrace.workflows.EngineRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineJobsIT {

    @RegisterExtension
    static final Room room = EngineRoom.with(RecordTenant.class);

    @BeforeAll
    static void deployTheModels() {
        NodeWork.run(() -> room.get(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("io/millrace/workflows/engine/later.bpmn")
                .deploy());
    }

    @Test
    void a_job_runs_for_its_tenant_on_a_thread_that_knows_beans_and_transactions() {
        UUID acme = room.anotherTenant("acme");
        UUID globex = room.anotherTenant("globex");

        UUID mine = later(acme, false);
        UUID theirs = later(globex, false);

        await().until(() -> said(mine).equals(List.of(acme + " recordTenant")));
        await().until(() -> said(theirs).equals(List.of(globex + " recordTenant")));
    }

    @Test
    void a_job_goes_on_with_the_trace_of_what_started_its_process() {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        UUID acme = room.tenant("acme-traced");

        Trace.set(traceparent);
        UUID traced = later(acme, false);
        Trace.set(null);
        UUID other = later(acme, false);

        await().until(() -> traces(traced).equals(List.of(traceparent)));
        await().until(() -> traces(other).equals(List.of("none")));
    }

    @Test
    void the_engine_says_whether_it_runs_and_takes_jobs() {
        Engine engine = room.get(Engine.class);
        assertThat(engine.isRunning()).isTrue();

        engine.stop();
        assertThat(engine.isRunning()).isFalse();

        engine.start();
        assertThat(engine.isRunning()).isTrue();
    }

    @Test
    void a_job_that_fails_leaves_no_trace_but_itself() {
        UUID acme = room.anotherTenant("acme");

        UUID subject = later(acme, true);

        // Fewer than the three it began with; how many fewer depends on when one looks.
        await().until(() -> room.database()
                .texts("SELECT retries_ < 3 FROM camunda.act_ru_job WHERE tenant_id_ = '" + acme + "'")
                .equals(List.of("t")));
        assertThat(said(subject)).isEmpty();
    }

    @Test
    void many_jobs_run_once_each_and_at_once() {
        UUID acme = room.anotherTenant("acme");
        Instant begin = Instant.now();

        List<UUID> subjects =
                Stream.generate(() -> later(acme, false)).limit(60).toList();

        await().atMost(Duration.ofSeconds(30)).until(() -> subjects.stream().allMatch(s -> said(s).size() == 1));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(room.database().texts("SELECT id_ FROM camunda.act_ru_job WHERE tenant_id_ = '" + acme + "'"))
                .isEmpty();
    }

    @Test
    void jobs_that_were_cut_off_from_the_database_run_once_each_as_soon_as_it_is_back() {
        UUID acme = room.anotherTenant("acme");
        List<UUID> subjects =
                Stream.generate(() -> later(acme, false)).limit(60).toList();

        room.database().goAway();
        room.database().comeBack();

        await().atMost(Duration.ofSeconds(20)).until(() -> subjects.stream().allMatch(s -> said(s).size() == 1));
        assertThat(room.database()
                        .texts("SELECT incident_msg_ FROM camunda.act_ru_incident WHERE tenant_id_ = '" + acme + "'"))
                .isEmpty();
    }

    private static UUID later(UUID tenant, boolean fails) {
        UUID subject = Ids.next();
        room.inside(
                tenant, () -> room.get(Engine.class).startProcess("later", subject.toString(), Map.of("fails", fails)));
        return subject;
    }

    private static List<String> traces(UUID subject) {
        return room.database()
                .texts("SELECT coalesce(traceparent, 'none') FROM event WHERE subject = '" + subject + "'");
    }

    private static List<String> said(UUID subject) {
        return room.database().texts("SELECT comment FROM audit_entry WHERE subject_id = '" + subject + "'");
    }
}
