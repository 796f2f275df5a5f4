package io.millrace.correlation;

import io.millrace.outbox.Rows;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which events come in where, for the bound tenant: by its own models and the platform's. */
@ApplicationScoped
public class Triggers {

    @Inject
    Rows rows;

    /** With the deployment, in its transaction; a second time changes nothing. */
    public void note(ProcessVersion process, List<Trigger> triggers) {
        UUID tenant = TenantScope.current();
        int isNew = rows.update("""
                INSERT INTO process_version (tenant_id, process_key, version, definition_id) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", tenant, process.key(), process.version(), process.definitionId());
        if (isNew == 0) return;
        for (Trigger trigger : triggers) {
            rows.update(
                    """
                    INSERT INTO trigger (tenant_id, definition_id, activity_id, type, starts, variables, keep_seconds)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""",
                    tenant,
                    process.definitionId(),
                    trigger.activityId(),
                    trigger.type(),
                    trigger.starts(),
                    String.join(" ", trigger.variables()),
                    trigger.keep().toSeconds());
        }
    }

    /** With the version, in the transaction that takes it away: the one before it counts again. */
    public void forget(String definitionId) {
        rows.update(
                "DELETE FROM process_version WHERE tenant_id = ? AND definition_id = ?",
                TenantScope.current(),
                definitionId);
    }

    /** Ids of the bound tenant's own versions. */
    public Set<String> noted() {
        return Set.copyOf(rows.query(
                row -> row.getString(1),
                "SELECT definition_id FROM process_version WHERE tenant_id = ?",
                TenantScope.current()));
    }

    /** Of these types those that some model listens to; on the connection that writes the events. */
    public Set<String> heard(Connection connection, Set<String> types) throws SQLException {
        Set<String> heard = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT DISTINCT type FROM trigger
                WHERE tenant_id IN (?, platform_tenant()) AND type = ANY (?)""")) {
            Array wanted = connection.createArrayOf("text", types.toArray());
            query.setObject(1, TenantScope.current());
            query.setArray(2, wanted);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) heard.add(row.getString(1));
            }
        }
        return heard;
    }

    /** In one statement, so that a deployment at this moment is seen whole or not at all. */
    public List<Start> startedBy(String type) {
        UUID tenant = TenantScope.current();
        return rows.query(
                row -> new Start(row.getString(1), row.getString(2), names(row.getString(3))),
                """
                SELECT p.definition_id, p.process_key, t.variables
                FROM trigger t
                JOIN process_version p ON p.tenant_id = t.tenant_id AND p.definition_id = t.definition_id
                WHERE t.tenant_id IN (?, platform_tenant()) AND t.type = ? AND t.starts
                  AND p.version = (SELECT max(v.version) FROM process_version v
                                   WHERE v.tenant_id = p.tenant_id AND v.process_key = p.process_key)
                  AND (p.tenant_id = ? OR NOT EXISTS (SELECT FROM process_version own
                                                      WHERE own.tenant_id = ? AND own.process_key = p.process_key))
                ORDER BY p.process_key""",
                tenant,
                type,
                tenant,
                tenant);
    }

    /** How long an event of the type waits: as long as the most patient model wants; empty when none catches it. */
    public Optional<Duration> patience(String type) {
        return rows
                .query(
                        row -> Optional.ofNullable(row.getObject(1, Long.class)).map(Duration::ofSeconds),
                        """
                SELECT max(keep_seconds) FROM trigger
                WHERE tenant_id IN (?, platform_tenant()) AND type = ? AND NOT starts""",
                        TenantScope.current(),
                        type)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether some version catches events of the type on its way. */
    public boolean isCaught(String type) {
        return rows.query(
                        row -> row.getBoolean(1),
                        "SELECT EXISTS (SELECT 1 FROM trigger"
                                + " WHERE tenant_id IN (?, platform_tenant()) AND type = ? AND NOT starts)",
                        TenantScope.current(),
                        type)
                .contains(true);
    }

    /** Which fields of an event's data are given to the process where it comes in. */
    public List<String> variablesOf(String definitionId, String activityId) {
        return rows.query(row -> names(row.getString(1)), """
                SELECT variables FROM trigger
                WHERE tenant_id IN (?, platform_tenant()) AND definition_id = ? AND activity_id = ?""", TenantScope.current(), definitionId, activityId).stream()
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> names(String written) {
        return written.isEmpty() ? List.of() : Arrays.asList(written.split(" ", -1));
    }
}
