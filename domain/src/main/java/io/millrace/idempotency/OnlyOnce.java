package io.millrace.idempotency;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Runs a marked request, or finds the answer that it got before. */
@ApplicationScoped
public class OnlyOnce {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /** @param replayed whether the answer is an earlier one */
    public record Outcome(Answer answer, boolean replayed) {}

    /**
     * The answer, its record and whatever the work changes commit together.
     *
     * @param work runs in this transaction; an exception leaves no record
     * @throws StillRunning at once when another transaction runs it: waiting here would hold a connection
     * @throws KeyReused when the key marked a different request
     */
    @Transactional
    public Outcome run(MarkedRequest request, Supplier<Answer> work) {
        Optional<Answer> earlier = earlierAnswer(request);
        if (earlier.isPresent()) return new Outcome(earlier.get(), true);
        Answer answer = work.get();
        keep(request, answer);
        return new Outcome(answer, false);
    }

    private Optional<Answer> earlierAnswer(MarkedRequest request) {
        try (Connection connection = database.getConnection()) {
            if (!lock(connection, request)) throw new StillRunning();
            forgetExpired(connection, request);
            return find(connection, request);
        } catch (SQLException e) {
            throw new IllegalStateException("the record of a marked request could not be read", e);
        }
    }

    /** Until the end of the transaction; a lock on a row would need the row first. */
    private static boolean lock(Connection connection, MarkedRequest request) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, TenantScope.current() + "\n" + request.principal() + "\n" + request.key());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void forgetExpired(Connection connection, MarkedRequest request) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM idempotency_record WHERE principal = ? AND key = ? AND created_at < ?")) {
            delete.setString(1, request.principal());
            delete.setString(2, request.key());
            delete.setTimestamp(3, Timestamp.from(oldest()));
            delete.executeUpdate();
        }
    }

    private Optional<Answer> find(Connection connection, MarkedRequest request) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT request_hash, status, location, etag, body FROM idempotency_record
                WHERE principal = ? AND key = ?""")) {
            query.setString(1, request.principal());
            query.setString(2, request.key());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) return Optional.empty();
                if (!row.getString(1).equals(request.hash())) throw new KeyReused();
                return Optional.of(new Answer(row.getInt(2), row.getString(3), row.getString(4), row.getString(5)));
            }
        }
    }

    private void keep(MarkedRequest request, Answer answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO idempotency_record
                          (tenant_id, principal, key, request_hash, status, location, etag, body, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, TenantScope.current());
            insert.setString(2, request.principal());
            insert.setString(3, request.key());
            insert.setString(4, request.hash());
            insert.setInt(5, answer.status());
            insert.setString(6, answer.location());
            insert.setString(7, answer.etag());
            insert.setString(8, answer.body());
            insert.setTimestamp(9, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the answer to a marked request could not be kept", e);
        }
    }

    /** For the caretaker: forgets the bound tenant's old answers. @return how many */
    @Transactional
    public int forgetOld() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM idempotency_record WHERE created_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(oldest()));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("old records of marked requests could not be removed", e);
        }
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}
