package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Brings the three schemas to this version, as their owner; several nodes at once wait for each other. */
@ApplicationScoped
public class Schemas {

    @Inject
    @ConfigProperty(name = "millrace.database.url")
    String url;

    @Inject
    @ConfigProperty(name = "millrace.database.user")
    String applicationRole;

    @Inject
    @ConfigProperty(name = "millrace.database.owner.user")
    String ownerUser;

    @Inject
    @ConfigProperty(name = "millrace.database.owner.password")
    String ownerPassword;

    /** Our own tables. */
    void migrateMillrace() {
        of("millrace").locations("classpath:db/migration/millrace").load().migrate();
    }

    /** A part's tables, in a schema of their own, by the migration that the part brings. */
    void migrate(String schema, JavaMigration migration) {
        of(schema).locations(new String[0]).javaMigrations(migration).load().migrate();
    }

    private FluentConfiguration of(String schema) {
        return Flyway.configure(getClass().getClassLoader())
                .dataSource(UnpooledLogin.of(url, ownerUser, ownerPassword, "migration"))
                .schemas(schema)
                .placeholders(Map.of("app_role", quoted(applicationRole)));
    }

    /** As it stands in a statement; nobody has promised that the role's name is a plain word. */
    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
    }
}
