package io.millrace.boot;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXAConnection;
import org.postgresql.xa.PGXADataSource;

/**
 * The driver's data source with connections that survive a refused commit. The driver's own believes to be still in
 * that transaction, the pool keeps it, and whoever gets it next fails for nothing.
 */
public class XaDataSource extends PGXADataSource {

    @Override
    public XAConnection getXAConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Connection connection = getConnection(user, password);
        return new ForgetfulConnection((BaseConnection) connection);
    }

    /** Forgets a transaction that the database has refused to commit, and so rolled back. */
    private static final class ForgetfulConnection extends PGXAConnection {

        ForgetfulConnection(BaseConnection connection) throws SQLException {
            super(connection);
        }

        @Override
        public void commit(Xid transaction, boolean onePhase) throws XAException {
            try {
                super.commit(transaction, onePhase);
            } catch (XAException refused) {
                if (onePhase) forget(transaction, refused);
                throw refused;
            }
        }

        private void forget(Xid transaction, XAException refused) {
            try {
                rollback(transaction);
            } catch (XAException broken) {
                refused.addSuppressed(broken); // the connection itself is gone; the pool's check finds out
            }
        }
    }
}
