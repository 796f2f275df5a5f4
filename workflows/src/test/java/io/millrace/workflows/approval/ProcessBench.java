package io.millrace.workflows.approval;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;

/**
 * The models on an engine of their own, with a real database and a clock that stands still until a
 * test moves it. Jobs run in due order, in the test's thread.
 */
class ProcessBench implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final ProcessEngine engine;
    private Instant now = Instant.EPOCH;

    ProcessBench(List<String> models, Map<Object, Object> beans) {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine = engineOn(postgres.getJdbcUrl("postgres", "postgres"), beans);
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        models.forEach(deployment::addClasspathResource);
        deployment.deploy();
    }

    private static ProcessEngine engineOn(String url, Map<Object, Object> beans) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("process-bench");
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(url);
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("postgres");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setMetricsEnabled(false);
        configuration.setBeans(beans);
        return configuration.buildProcessEngine();
    }

    ProcessEngine engine() {
        return engine;
    }

    void itIs(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** Lets time pass and runs what falls due on the way, each at its time. */
    void after(Duration duration) {
        Instant then = now.plus(duration);
        for (Optional<Job> job = nextUntil(then); job.isPresent(); job = nextUntil(then)) {
            // A repeated timer that runs at its very due date would find itself due again.
            Instant due = due(job.get()).plusMillis(1);
            itIs(due.isAfter(now) ? due : now);
            engine.getManagementService().executeJob(job.get().getId());
        }
        if (then.isAfter(now)) itIs(then);
    }

    private Optional<Job> nextUntil(Instant then) {
        return engine.getManagementService().createJobQuery().list().stream()
                .filter(job -> !due(job).isAfter(then))
                .min(Comparator.comparing(ProcessBench::due));
    }

    private static Instant due(Job job) {
        return job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant();
    }

    @Override
    public void close() throws IOException {
        ClockUtil.reset();
        engine.close();
        postgres.close();
    }
}
