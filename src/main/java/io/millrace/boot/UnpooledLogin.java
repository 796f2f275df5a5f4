package io.millrace.boot;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Signs in at the database anew for each connection: for what runs before there are pools, or keeps its own. */
final class UnpooledLogin {

    private static final String OLDEST = "15";

    private UnpooledLogin() {}

    /** @param purpose what the database's operators see beside the connection */
    static DataSource of(String url, String user, String password, String purpose) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setApplicationName("millrace-" + purpose);
        database.setAssumeMinServerVersion(OLDEST); // or the name is told after the sign-in, too late for its log
        database.setTcpKeepAlive(true); // on one that only listens, nobody sends anything that could fail
        return database;
    }
}
