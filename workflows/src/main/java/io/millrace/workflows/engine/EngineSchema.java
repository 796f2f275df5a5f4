package io.millrace.workflows.engine;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the engine's schema to the version this node needs, with a history of its own. */
public final class EngineSchema {

    private EngineSchema() {}

    /**
     * @param owner connects as the role that owns the schemas
     * @param applicationRole the login of the nodes; it gets the rows, never the tables
     */
    public static void migrate(DataSource owner, String applicationRole) {
        Flyway.configure(EngineSchema.class.getClassLoader())
                .dataSource(owner)
                .schemas(EngineSchemaMigration.SCHEMA)
                .createSchemas(true)
                .locations(new String[0])
                .javaMigrations(new EngineSchemaMigration())
                .placeholders(Map.of("app_role", applicationRole))
                .load()
                .migrate();
    }
}
