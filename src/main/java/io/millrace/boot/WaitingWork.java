package io.millrace.boot;

import io.millrace.jobs.JobsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, for the metrics, what waits on all nodes together: deliveries, jobs, the engine's jobs and incidents. */
@ApplicationScoped
public class WaitingWork {

    private static final Logger log = LoggerFactory.getLogger(WaitingWork.class);

    /** All series of one look at the metrics come from one look at the database. */
    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(2);

    // Tables without row-level security: ids and times of all tenants, never what somebody wrote.
    private static final String SQL = """
            SELECT 'deliveries open', count(*) FROM millrace.delivery_dispatch WHERE NOT dead
            UNION ALL SELECT 'deliveries dead', count(*) FROM millrace.delivery_dispatch WHERE dead
            UNION ALL SELECT 'delivery lag', coalesce(greatest(extract(epoch FROM now() - min(due_at)), 0), 0)
              FROM millrace.delivery_dispatch WHERE NOT dead
            UNION ALL SELECT 'schedules failing', count(*) FROM millrace.schedule_dispatch WHERE failing
            UNION ALL SELECT 'jobs ' || lower(state), count(*) FROM jobrunr.jobrunr_jobs
              WHERE state IN ('ENQUEUED', 'SCHEDULED', 'PROCESSING', 'FAILED') GROUP BY state
            UNION ALL SELECT 'engine due', count(*) FROM camunda.act_ru_job
              WHERE retries_ > 0 AND (duedate_ IS NULL OR duedate_ <= now())
            UNION ALL SELECT 'engine failed', count(*) FROM camunda.act_ru_job WHERE retries_ = 0
            UNION ALL SELECT 'incidents', count(*) FROM camunda.act_ru_incident""";

    @Inject
    @JobsDatabase
    DataSource database;

    @Inject
    MetricRegistry metrics;

    private Map<String, Double> latest = Map.of();
    private long lookedAt = System.nanoTime() - GOOD_FOR;

    /** From now on the metrics have it. */
    void publish() {
        for (String state : new String[] {"open", "dead"}) {
            gauge("millrace_deliveries", "Deliveries of events that are not made yet", "deliveries " + state, state);
        }
        for (String state : new String[] {"enqueued", "scheduled", "processing", "failed"}) {
            gauge("millrace_jobs", "Jobs of the job server that have not succeeded", "jobs " + state, state);
        }
        for (String state : new String[] {"due", "failed"}) {
            gauge("millrace_engine_jobs", "Timers and asynchronous steps of processes", "engine " + state, state);
        }
        metrics.gauge(
                described("millrace_delivery_lag_seconds", "How long the oldest open delivery is overdue"),
                () -> count("delivery lag"));
        gauge("millrace_schedules", "Schedules whose last start was refused", "schedules failing", "failing");
        metrics.gauge(
                described("millrace_engine_incidents", "Places where a process has stopped"), () -> count("incidents"));
    }

    private void gauge(String name, String description, String key, String state) {
        metrics.gauge(described(name, description), () -> count(key), new Tag("state", state));
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }

    /** Not a number while the database does not answer. */
    private synchronized double count(String key) {
        if (System.nanoTime() - lookedAt >= GOOD_FOR) look();
        if (latest.isEmpty()) return Double.NaN;
        return latest.getOrDefault(key, 0.0);
    }

    private void look() {
        Map<String, Double> found = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(SQL)) {
            while (rows.next()) found.put(rows.getString(1), rows.getDouble(2));
        } catch (SQLException e) {
            log.debug("no numbers without the database", e); // its own health says so
        }
        latest = found;
        lookedAt = System.nanoTime();
    }
}
