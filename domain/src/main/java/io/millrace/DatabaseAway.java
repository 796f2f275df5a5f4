package io.millrace;

import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached or has no room: nobody's fault, and it will pass. */
public final class DatabaseAway {

    /** Shut down, cut off, starting up. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

    /** Whole classes: no connection; too few resources, such as connections or room on its disk. */
    private static final Set<String> CLASSES = Set.of("08", "53");

    private DatabaseAway() {}

    /** Whether that is anywhere in it, in whatever transactions, the engine or JPA wrapped around it. */
    public static boolean isBehind(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>(List.of(thrown));
        while (!next.isEmpty()) {
            Throwable t = next.pop();
            if (!seen.add(t)) continue;
            if (saysSo(t)) return true;
            if (t.getCause() != null) next.add(t.getCause());
            if (t instanceof SQLException sql && sql.getNextException() != null) next.add(sql.getNextException());
            // A transaction manager hangs what made the commit fail on its own exception like this.
            next.addAll(List.of(t.getSuppressed()));
        }
        return false;
    }

    /** Whether the exception says so by itself, whatever is behind it. */
    public static boolean saysSo(Throwable thrown) {
        return thrown instanceof ResourceException
                || thrown instanceof ConnectException
                || isLostCommit(thrown)
                || (thrown instanceof SQLException sql && isUnavailable(sql.getSQLState()));
    }

    /**
     * The connection broke at the commit, or it took too long: the server says no more. Whatever made a commit fail
     * besides hangs on it.
     */
    private static boolean isLostCommit(Throwable cause) {
        return cause instanceof RollbackException && cause.getCause() == null && cause.getSuppressed().length == 0;
    }

    private static boolean isUnavailable(@Nullable String state) {
        return state != null && (STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith));
    }
}
