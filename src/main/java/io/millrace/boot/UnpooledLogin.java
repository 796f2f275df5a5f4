package io.millrace.boot;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Signs in at the database anew for each connection: what runs before there are pools needs no more. */
final class UnpooledLogin {

    private UnpooledLogin() {}

    /** @param purpose what the database's operators see beside the connection */
    static DataSource of(String url, String user, String password, String purpose) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setApplicationName("millrace-" + purpose);
        return database;
    }
}
