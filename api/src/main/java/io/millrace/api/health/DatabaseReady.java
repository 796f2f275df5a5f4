package io.millrace.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ready while the database answers and has room on its disk. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final Logger log = LoggerFactory.getLogger(DatabaseReady.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String DISK_FULL = "53100";

    /** Anybody may ask, and as often as they like: it costs one look. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    /** Makes a megabyte with too little memory for it, so that it goes into a file, of which nothing stays. */
    private static final String TAKE_ROOM = "SELECT count(*) FROM generate_series(1, 75000)";

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private @Nullable Look latest;

    /** What was found then; no words when all is well. */
    private record Look(Instant at, String trouble) {}

    @Override
    public HealthCheckResponse call() {
        String trouble = trouble();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("database").status(trouble.isEmpty());
        return trouble.isEmpty()
                ? answer.build()
                : answer.withData("reason", trouble).build();
    }

    /** Whoever asks while somebody looks waits for what that one finds. */
    synchronized String trouble() {
        Look known = latest;
        if (known != null && isFresh(known)) return known.trouble();
        String found = look();
        latest = new Look(clock.instant(), found);
        return found;
    }

    /** Also after the clock was set back. */
    private boolean isFresh(Look known) {
        return Duration.between(known.at(), clock.instant()).abs().compareTo(GOOD_FOR) < 0;
    }

    private String look() {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid((int) PATIENCE.toSeconds())) return "it does not answer";
            takeRoom(connection);
            return "";
        } catch (SQLException e) {
            log.warn("database is not well, this node is not ready: {}", e.getMessage());
            return DISK_FULL.equals(e.getSQLState()) ? "its disk is full" : "it does not answer";
        }
    }

    private static void takeRoom(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET work_mem = '64kB'");
            try {
                sql.execute(TAKE_ROOM);
            } finally {
                sql.execute("RESET work_mem");
            }
        }
    }
}
