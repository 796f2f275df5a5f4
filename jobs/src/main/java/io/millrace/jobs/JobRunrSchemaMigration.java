package io.millrace.jobs;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jobrunr.storage.sql.common.DatabaseMigrationsProvider;
import org.jobrunr.storage.sql.common.migrations.SqlMigration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/**
 * Makes the job server's tables with its own scripts, in the schema that Flyway is set to, and lets the
 * application's role use them. A library update that brings other scripts fails Flyway's validation until
 * it gets a migration of its own here.
 */
public class JobRunrSchemaMigration implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("8.7.0");
    }

    @Override
    public String getDescription() {
        return "JobRunr";
    }

    /** Of all scripts, so that Flyway notices other ones. */
    @Override
    public Integer getChecksum() {
        CRC32 checksum = new CRC32();
        scripts().forEach(s -> checksum.update((s.getFileName() + sql(s)).getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context flyway) throws SQLException {
        Connection connection = flyway.getConnection();
        for (SqlMigration script : scripts()) {
            run(connection, sql(script).split(";"));
            note(connection, script);
        }
        String role = flyway.getConfiguration().getPlaceholders().get("app_role");
        String schema = connection.getSchema();
        run(
                connection,
                "GRANT USAGE ON SCHEMA " + schema + " TO " + role,
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO " + role);
    }

    private static List<SqlMigration> scripts() {
        return new DatabaseMigrationsProvider(PostgresStorageProvider.class)
                .getMigrations()
                .filter(script -> script.getFileName().endsWith(".sql"))
                .sorted(Comparator.comparing(SqlMigration::getFileName))
                .toList();
    }

    private static String sql(SqlMigration script) {
        try {
            return script.getMigrationSql();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                if (!withoutComments(statement).isBlank()) sql.execute(statement);
            }
        }
    }

    private static String withoutComments(String statement) {
        return statement.replaceAll("(?m)--.*$", "");
    }

    /** As the job server itself would, so that its own tools know what is there. */
    private static void note(Connection connection, SqlMigration script) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO jobrunr_migrations VALUES (?, ?, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'))")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, script.getFileName());
            insert.execute();
        }
    }
}
