package io.millrace.harness;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.transaction.JTATransactionController;

/** The persistence unit of the domain outside a server, and an entity manager per transaction. */
final class Persistence {

    private Persistence() {}

    static EntityManagerFactory unit(DataSource database) {
        return jakarta.persistence.Persistence.createEntityManagerFactory(
                "millrace",
                Map.of(
                        PersistenceUnitProperties.JTA_DATASOURCE,
                        database,
                        PersistenceUnitProperties.TARGET_SERVER,
                        Platform.class.getName(),
                        // The server's customizer belongs to the wiring, which is not here.
                        PersistenceUnitProperties.SESSION_CUSTOMIZER,
                        AsItIs.class.getName(),
                        PersistenceUnitProperties.LOGGING_LEVEL,
                        "warning"));
    }

    /** What {@code @PersistenceContext} gives: the transaction's own entity manager, or one for a single call. */
    static EntityManager shared(EntityManagerFactory unit, TransactionSynchronizationRegistry transaction) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> {
                    boolean inside = transaction.getTransactionStatus() == Status.STATUS_ACTIVE
                            || transaction.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
                    EntityManager entities = inside ? ofTransaction(unit, transaction) : unit.createEntityManager();
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static EntityManager ofTransaction(
            EntityManagerFactory unit, TransactionSynchronizationRegistry transaction) {
        EntityManager entities = (EntityManager) transaction.getResource(unit);
        if (entities == null) {
            entities = unit.createEntityManager();
            entities.joinTransaction();
            transaction.putResource(unit, entities);
        }
        return entities;
    }

    /** Changes nothing about a session. */
    public static final class AsItIs implements SessionCustomizer {

        @Override
        public void customize(Session session) {
            // the data source has bound the tenant already
        }
    }

    /** Lets EclipseLink take part in the transactions of {@link Transactions}. */
    public static final class Platform extends ServerPlatformBase {

        public Platform(DatabaseSession session) {
            super(session);
        }

        @Override
        public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
            return Controller.class;
        }
    }

    /** Finds the transaction manager without JNDI. */
    public static final class Controller extends JTATransactionController {

        @Override
        protected TransactionManager acquireTransactionManager() {
            return Transactions.manager();
        }
    }
}
