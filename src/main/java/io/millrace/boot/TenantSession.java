package io.millrace.boot;

import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Puts the tenant-binding data source under EclipseLink, which would otherwise look up the bare pool. */
public class TenantSession implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        // The first code of ours that the server runs, before there is a bean or a connection.
        SettingsGuard.requireRight();
        ServerSession server = (ServerSession) session;
        wrap((DatasourceLogin) server.getLogin());
        wrap((DatasourceLogin) server.getReadConnectionPool().getLogin());
        server.getConnectionPools().values().forEach(pool -> wrap((DatasourceLogin) pool.getLogin()));
    }

    private static void wrap(DatasourceLogin login) {
        JNDIConnector bare = (JNDIConnector) login.getConnector();
        if (bare.getDataSource() instanceof TenantDataSource) return; // pools share their login
        login.setConnector(new JNDIConnector(DataSources.tenantAware(bare::getDataSource)));
    }
}
