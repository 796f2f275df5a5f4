package io.millrace.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.harness.Room;
import io.millrace.harness.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads the catalogue, so that a table added tomorrow is checked today. */
class RowLevelSecurityIT {

    /** Global or dispatch tables; each says why in its migration. */
    private static final Set<String> EXCUSED = Set.of(
            "tenant", "person", "signing_key", "delivery_dispatch", "schedule_dispatch", "flyway_schema_history");

    /** What is unique on the whole platform, in tables that belong to no tenant. */
    private static final Set<String> GLOBALLY_UNIQUE = Set.of(
            "flyway_schema_history.flyway_schema_history_pk",
            "person.person_email",
            "person.person_pkey",
            "signing_key.signing_key_pkey",
            "tenant.tenant_pkey",
            "tenant.tenant_slug_key");

    @RegisterExtension
    static final Room room = Room.with();

    @Test
    void every_table_has_a_tenant_first_in_its_key_and_a_policy() {
        List<String> bare = room.database().texts("""
                        SELECT c.relname FROM pg_class c
                        WHERE c.relnamespace = 'millrace'::regnamespace AND c.relkind IN ('r', 'p')
                          AND NOT (c.relrowsecurity
                            AND EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'millrace'
                                        AND p.tablename = c.relname AND p.qual LIKE '%current_tenant%')
                            AND EXISTS (SELECT FROM pg_index i JOIN pg_attribute a
                                        ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                                        WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'tenant_id'))
                        ORDER BY 1""");

        assertThat(bare).containsExactlyInAnyOrderElementsOf(EXCUSED);
    }

    @Test
    void a_node_that_starts_waits_for_nobody_who_is_at_work() throws SQLException {
        TestDatabase database = room.database();
        try (Connection atWork = database.owner().getConnection();
                Statement sql = atWork.createStatement()) {
            atWork.setAutoCommit(false);
            for (String table : database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'millrace'")) {
                if (!table.equals("flyway_schema_history")) {
                    sql.execute("LOCK TABLE millrace." + table + " IN ROW EXCLUSIVE MODE");
                }
            }
            database.run("ALTER ROLE " + TestDatabase.OWNER + " SET lock_timeout = '1s'");

            assertThatCode(database::migrate).doesNotThrowAnyException();
        } finally {
            database.run("ALTER ROLE " + TestDatabase.OWNER + " RESET lock_timeout");
        }
    }

    @Test
    void every_foreign_key_between_tenants_tables_starts_with_the_tenant() {
        List<String> loose = room.database().texts("""
                        SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint
                        WHERE connamespace = 'millrace'::regnamespace AND contype = 'f'
                          AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = conrelid
                                          AND a.attnum = conkey[1] AND a.attname = 'tenant_id')
                          AND confrelid NOT IN ('millrace.tenant'::regclass, 'millrace.person'::regclass)""");

        assertThat(loose).isEmpty();
    }

    @Test
    void every_unique_index_starts_with_the_tenant() {
        assertThat(uniqueIndexesWithoutTenant()).containsExactlyInAnyOrderElementsOf(GLOBALLY_UNIQUE);
    }

    @Test
    void a_unique_index_is_found_whether_it_belongs_to_a_constraint_or_not() {
        room.database().run("CREATE UNIQUE INDEX loose_index ON millrace.approval (title)");
        room.database().run("CREATE UNIQUE INDEX loose_expression ON millrace.approval (lower(title), tenant_id)");
        try {
            assertThat(uniqueIndexesWithoutTenant()).contains("approval.loose_index", "approval.loose_expression");
        } finally {
            room.database().run("DROP INDEX millrace.loose_index, millrace.loose_expression");
        }
    }

    /** From the index itself: not every one belongs to a constraint, and an expression (0) is no tenant. */
    private static List<String> uniqueIndexesWithoutTenant() {
        return room.database().texts("""
                        SELECT t.relname || '.' || x.relname FROM pg_index i
                        JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
                        WHERE t.relnamespace = 'millrace'::regnamespace AND i.indisunique
                          AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid
                                          AND a.attnum = i.indkey[0] AND a.attname = 'tenant_id')
                        ORDER BY 1""");
    }

    @Test
    void without_a_tenant_a_read_raises_instead_of_answering_nothing() {
        UUID acme = room.tenant("acme");
        room.inside(
                acme,
                () -> room.get(AuditTrail.class).record(new AuditEntry(Instant.EPOCH, "a.b", "tenant", acme, null)));

        assertThatThrownBy(() -> asApplication("SELECT count(*) FROM millrace.audit_entry"))
                .hasMessageContaining("no tenant is bound");
    }

    @Test
    void a_row_for_another_tenant_is_refused_by_the_database() {
        UUID mine = room.tenant("mine");
        UUID theirs = room.tenant("theirs");

        assertThatThrownBy(() -> room.inside(
                        mine,
                        () -> room.get(EntityManager.class)
                                .createNativeQuery(
                                        "INSERT INTO event_subject (tenant_id, id, subject, last_seq) VALUES (?, ?, 'x', 1)")
                                .setParameter(1, theirs)
                                .setParameter(2, UUID.randomUUID())
                                .executeUpdate()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void the_audit_trail_cannot_be_changed_by_the_application() {
        assertThatThrownBy(() -> asApplication("UPDATE millrace.audit_entry SET comment = ''"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asApplication("DELETE FROM millrace.audit_entry"))
                .hasStackTraceContaining("permission denied");
    }

    private static void asApplication(String statement) throws SQLException {
        try (Connection connection = room.database().application().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
