package io.millrace.jobs;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.millrace.harness.Room;
import io.millrace.harness.TestDatabase;
import io.millrace.jobs.wake.NoticeDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The tests' room with the job server's tables in its database and the job server's own pool. */
public final class JobsRoom {

    private JobsRoom() {}

    public static Room with(Class<?>... beans) {
        return Room.with(Stream.concat(Stream.of(beans), Stream.of(Pool.class)).toArray(Class<?>[]::new))
                .on(() -> TestDatabase.fresh(
                        "jobs", database -> database.migrate("jobrunr", new JobRunrSchemaMigration())));
    }

    /** A pool outside of all transactions. */
    @ApplicationScoped
    static class Pool {

        @Produces
        @JobsDatabase
        @ApplicationScoped
        DataSource open(TestDatabase database) throws SQLException {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(12)
                            .validateOnBorrow(true)
                            .connectionValidator(ConnectionValidator.defaultValidator())
                            .acquisitionTimeout(Duration.ofSeconds(5))
                            .connectionFactoryConfiguration(
                                    factory -> factory.connectionProviderClass(PGSimpleDataSource.class)
                                            .jdbcUrl(database.url())
                                            .principal(new NamePrincipal(TestDatabase.APPLICATION))
                                            .credential(new SimplePassword(database.password())))));
        }

        @Produces
        @NoticeDatabase
        @ApplicationScoped
        DataSource unpooled(TestDatabase database) {
            PGSimpleDataSource driver = new PGSimpleDataSource();
            driver.setUrl(database.url());
            driver.setUser(TestDatabase.APPLICATION);
            driver.setPassword(database.password());
            return driver;
        }

        void close(@Disposes @JobsDatabase DataSource pool) throws SQLException {
            pool.unwrap(AgroalDataSource.class).close();
        }
    }
}
