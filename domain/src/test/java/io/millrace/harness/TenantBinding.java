package io.millrace.harness;

import io.millrace.tenancy.TenantScope;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells the database which tenant is bound, at the first use in each transaction; as the server's wrapper does. */
final class TenantBinding {

    private static final Object KEY = TenantBinding.class;

    private TenantBinding() {}

    static DataSource around(DataSource pool, TransactionSynchronizationRegistry transaction) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    try {
                        Object answer = method.invoke(pool, arguments);
                        if (answer instanceof Connection connection) bind(connection, transaction);
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void bind(Connection connection, TransactionSynchronizationRegistry transaction)
            throws SQLException {
        UUID tenant = TenantScope.bound().orElse(null);
        if (tenant == null || transaction.getTransactionKey() == null) return;
        Object bound = transaction.getResource(KEY);
        if (tenant.equals(bound)) return;
        if (bound != null) {
            throw new IllegalStateException("one transaction serves one tenant: " + bound + ", then " + tenant);
        }
        try (PreparedStatement set = connection.prepareStatement("SELECT set_config('millrace.tenant', ?, true)")) {
            set.setString(1, tenant.toString());
            set.execute();
        }
        transaction.putResource(KEY, tenant);
    }
}
