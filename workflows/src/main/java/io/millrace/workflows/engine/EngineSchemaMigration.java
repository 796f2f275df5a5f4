package io.millrace.workflows.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Makes the engine's tables with the vendor's own scripts, adds our tenant checks, and opens the tables to
 * the application's role, whose placeholder is quoted already. A new version of the engine gets a migration of its own beside this one.
 */
public final class EngineSchemaMigration implements JavaMigration {

    static final String SCHEMA = "camunda";

    private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    // All of them: the engine's queries name tables of parts that are switched off, too.
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");
    private static final List<String> TABLES_OF_TENANTS = List.of("act_ru_execution", "act_ru_task", "act_ru_variable");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("7.24.0");
    }

    @Override
    public String getDescription() {
        return "engine schema";
    }

    /** Null: what the vendor's jar holds for one version does not change. */
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        String role = context.getConfiguration().getPlaceholders().get("app_role");
        if (role == null) throw new IllegalStateException("the placeholder app_role is not set");
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
            statement.execute("SET LOCAL search_path TO " + SCHEMA);
            for (String part : PARTS) {
                statement.execute(read(SCRIPTS.formatted(part)));
            }
            requireTenants(statement);
            openTo(role, statement);
        }
    }

    private static void requireTenants(Statement statement) throws SQLException {
        for (String table : TABLES_OF_TENANTS) {
            // A row without a tenant would be everybody's to read and to write.
            statement.execute(
                    "ALTER TABLE %1$s ADD CONSTRAINT %1$s_has_tenant CHECK (tenant_id_ IS NOT NULL)".formatted(table));
        }
    }

    private static void openTo(String role, Statement statement) throws SQLException {
        statement.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(SCHEMA, role));
        statement.execute(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %s TO %s".formatted(SCHEMA, role));
    }

    private static String read(String script) throws IOException {
        try (InputStream in = EngineSchemaMigration.class.getClassLoader().getResourceAsStream(script)) {
            if (in == null) throw new IllegalStateException("the engine's jar holds no " + script);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
