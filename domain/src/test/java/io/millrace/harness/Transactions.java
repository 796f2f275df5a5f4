package io.millrace.harness;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.xa.PGXADataSource;

/** The transaction manager of the JVM, and pools that take part in its transactions as the server's do. */
final class Transactions {

    static {
        // No recovery in tests, hence nothing on disk.
        String store = VolatileStore.class.getName();
        arjPropertyManager.getObjectStoreEnvironmentBean().setObjectStoreType(store);
        BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, "communicationStore")
                .setObjectStoreType(store);
        BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, "stateStore")
                .setObjectStoreType(store);
        arjPropertyManager.getCoordinatorEnvironmentBean().setDefaultTimeout(120);
    }

    private Transactions() {}

    static TransactionManager manager() {
        return jtaPropertyManager.getJTAEnvironmentBean().getTransactionManager();
    }

    static TransactionSynchronizationRegistry registry() {
        return jtaPropertyManager.getJTAEnvironmentBean().getTransactionSynchronizationRegistry();
    }

    static AgroalDataSource pool(TestDatabase database, int size) {
        AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        // As the server's own pools do: a test may have the database go away.
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .validateOnBorrow(true)
                        .transactionIntegration(new NarayanaTransactionIntegration(manager(), registry()))
                        .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(PGXADataSource.class)
                                .jdbcUrl(database.url())
                                .principal(new NamePrincipal(TestDatabase.APPLICATION))
                                .credential(new SimplePassword(database.password()))));
        try {
            return AgroalDataSource.from(settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
