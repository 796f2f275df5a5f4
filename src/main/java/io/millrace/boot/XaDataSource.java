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
                throw onePhase ? forgotten(transaction, refused) : refused;
            }
        }

        /** The server takes the driver's words for a broken connection to be a fault, and these for a rollback. */
        private XAException forgotten(Xid transaction, XAException refused) {
            try {
                rollback(transaction);
                return refused;
            } catch (XAException broken) {
                // The connection itself is gone; the pool's check finds out.
                XAException gone = new XAException(XAException.XAER_RMERR);
                gone.initCause(refused);
                gone.addSuppressed(broken);
                return gone;
            }
        }
    }
}
