package io.millrace.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for one test class, copied in a moment from a migrated template. The embedded
 * server behind it starts once per JVM and ends with it.
 */
public final class TestDatabase {

    public static final String OWNER = "millrace_owner";
    public static final String APPLICATION = "millrace_app";
    private static final String PASSWORD = "test";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Kept, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIET = Stream.of("org.flywaydb", "org.jboss.weld", "com.arjuna", "io.zonky")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    private static final Set<String> TEMPLATES = new HashSet<>();

    /** Started by the first test that needs it. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        // The benchmark measures from commits.
                        .setServerConfig("track_commit_timestamp", "on")
                        .start();
                addLogins(postgres);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void addLogins(EmbeddedPostgres postgres) {
        try (Connection root = postgres.getPostgresDatabase().getConnection();
                Statement sql = root.createStatement()) {
            sql.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'");
            sql.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + PASSWORD + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private final String name;
    private final Supplier<EmbeddedPostgres> server;

    private TestDatabase(String name) {
        this(name, () -> Server.POSTGRES);
    }

    private TestDatabase(String name, Supplier<EmbeddedPostgres> server) {
        this.name = name;
        this.server = server;
    }

    /** A new database with our own schema in it and nothing else. */
    public static TestDatabase fresh() {
        return fresh("millrace", database -> {});
    }

    /**
     * A new database with our own schema and what a module adds to it.
     *
     * @param template names the preparation, which is done once per JVM
     * @param more further migrations, given the template as the owner sees it
     */
    public static synchronized TestDatabase fresh(String template, Consumer<TestDatabase> more) {
        TestDatabase source = new TestDatabase("template_" + template);
        if (TEMPLATES.add(template)) {
            source.create("");
            source.migrate();
            more.accept(source);
        }
        TestDatabase copy = new TestDatabase("test_" + NUMBER.incrementAndGet());
        copy.create(" TEMPLATE " + source.name);
        return copy;
    }

    /** A new database with nothing in it at all, for a server that migrates by itself. */
    public static synchronized TestDatabase empty() {
        TestDatabase made = new TestDatabase("test_" + NUMBER.incrementAndGet());
        made.create("");
        return made;
    }

    /** The same on a server that the test may stop and start; it must end it too. */
    public static TestDatabase on(StoppableServer server) {
        addLogins(server.running());
        TestDatabase made = new TestDatabase("test_alone", server::running);
        made.create("");
        return made;
    }

    /** The same on a copy of that server's files. */
    public static TestDatabase restoredOn(StoppableServer copy) {
        return new TestDatabase("test_alone", copy::running);
    }

    private void create(String from) {
        asRoot("CREATE DATABASE " + name + " OWNER " + OWNER + from);
    }

    /** Our own tables, as each node does when it starts. */
    public void migrate() {
        schema("millrace").locations("classpath:db/migration/millrace").load().migrate();
    }

    /** A module's tables, in a schema of their own, by the migration that the module brings. */
    public void migrate(String schema, JavaMigration migration) {
        schema(schema).locations(new String[0]).javaMigrations(migration).load().migrate();
    }

    private FluentConfiguration schema(String schema) {
        return Flyway.configure().dataSource(owner()).schemas(schema).placeholders(Map.of("app_role", APPLICATION));
    }

    public void drop() {
        asRoot("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** Cuts every connection and refuses new ones, as if the server were gone. */
    public void goAway() {
        asRoot("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        asRoot("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    public void comeBack() {
        asRoot("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.get().getPort() + "/" + name
                + "?currentSchema=millrace&stringtype=unspecified";
    }

    public String password() {
        return PASSWORD;
    }

    /** Unpooled, past row-level security: to prepare and to look. */
    public DataSource owner() {
        return as(OWNER);
    }

    /** Unpooled, with the application's rights and no tenant. */
    public DataSource application() {
        return as(APPLICATION);
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    /** Runs statements as the owner. */
    public void run(String... statements) {
        try (Connection connection = owner().getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query as text, past row-level security. */
    public List<String> texts(String query) {
        try (Connection connection = owner().getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String table) {
        return Long.parseLong(texts("SELECT count(*) FROM " + table).get(0));
    }

    /** Runs statements past the owner: nobody else makes roles, or gives a table away. */
    public void asSuperuser(String... statements) {
        try (Connection root = server.get().getDatabase("postgres", name).getConnection();
                Statement sql = root.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asRoot(String statement) {
        try (Connection root = server.get().getPostgresDatabase().getConnection();
                Statement sql = root.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
