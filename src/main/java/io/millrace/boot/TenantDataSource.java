package io.millrace.boot;

import io.millrace.tenancy.TenantScope;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Tells the database which tenant a transaction works for, at the transaction's first use of a connection:
 * the one place for JPA, the engine and raw JDBC alike. Outside a transaction, or with nobody bound,
 * nothing is set and row-level security shows nothing.
 */
public final class TenantDataSource implements DataSource {

    private static final Object BOUND = TenantDataSource.class;

    private final Supplier<DataSource> pool;
    private final Supplier<TransactionSynchronizationRegistry> transaction;

    /** @param pool asked at each use, because the server makes it after it reads the persistence unit */
    public TenantDataSource(Supplier<DataSource> pool, Supplier<TransactionSynchronizationRegistry> transaction) {
        this.pool = pool;
        this.transaction = transaction;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.get().getConnection();
        try {
            bind(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void bind(Connection connection) throws SQLException {
        UUID tenant = TenantScope.bound().orElse(null);
        if (tenant == null) return;
        TransactionSynchronizationRegistry current = transaction.get();
        if (current.getTransactionStatus() != Status.STATUS_ACTIVE) return;
        Object bound = current.getResource(BOUND);
        if (tenant.equals(bound)) return;
        if (bound != null) {
            throw new IllegalStateException("one transaction serves one tenant; this one is bound to another already");
        }
        try (PreparedStatement set = connection.prepareStatement("SELECT set_config('millrace.tenant', ?, true)")) {
            set.setString(1, tenant.toString());
            set.execute();
        }
        current.putResource(BOUND, tenant);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("the pool knows its login; do not name another");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.get().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.get().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.get().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.get().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.millrace");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.get().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.get().isWrapperFor(type);
    }
}
