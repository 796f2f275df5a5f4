package io.millrace.boot;

import io.millrace.jobs.JobsDatabase;
import io.millrace.jobs.wake.NoticeDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands out the data sources and the clock that everything else injects. */
@ApplicationScoped
public class DataSources {

    private static final TenantDataSource MAIN = tenantAware(() -> lookup("java:app/jdbc/main", DataSource.class));

    /** For JPA too, whose customizer no container injects into. */
    static TenantDataSource tenantAware(Supplier<DataSource> pool) {
        return new TenantDataSource(
                kept(pool),
                kept(() -> lookup(
                        "java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class)));
    }

    @Produces
    DataSource main() {
        return MAIN;
    }

    /** For the job server alone: it commits by itself, so it must never see the JTA pool. */
    @Produces
    @JobsDatabase
    DataSource jobs() {
        return lookup("java:app/jdbc/jobs", DataSource.class);
    }

    @Produces
    @NoticeDatabase
    @ApplicationScoped
    DataSource unpooled(
            @ConfigProperty(name = "millrace.database.url") String url,
            @ConfigProperty(name = "millrace.database.user") String user,
            @ConfigProperty(name = "millrace.database.password") String password) {
        return UnpooledLogin.of(url, user, password, "wake");
    }

    /** Real time for everybody, in the database's microseconds, so that what is answered is what is stored. */
    @Produces
    Clock clock() {
        return new RealTime(ZoneOffset.UTC);
    }

    /** Looked up once: the server's naming service lets one thread in at a time, and each statement asks. */
    private static <T> Supplier<T> kept(Supplier<T> lookup) {
        AtomicReference<T> found = new AtomicReference<>();
        return () -> {
            T known = found.get();
            if (known == null) {
                known = lookup.get();
                found.set(known);
            }
            return known;
        };
    }

    @SuppressWarnings("BanJNDI") // fixed names of the server's own resources, never anybody's input
    private static <T> T lookup(String name, Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup(name));
        } catch (NamingException e) {
            throw new IllegalStateException("the server does not know " + name, e);
        }
    }
}
