package io.millrace.outbox;

import java.sql.SQLException;

/** The database did not answer as it should; whoever asked tries again later. */
public class SpineUnavailable extends RuntimeException {

    SpineUnavailable(SQLException cause) {
        super("the event spine cannot use its database", cause);
    }
}
