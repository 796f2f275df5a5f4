package io.millrace.api.problem;

import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies behind an exception: transactions, the engine and the persistence wrap what was thrown. */
final class Causes {

    /** Shut down, cut off, starting up. */
    private static final Set<String> UNAVAILABLE = Set.of("57P01", "57P02", "57P03");

    /** Whole classes: no connection; too few resources, such as connections or room on its disk. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53");

    private Causes() {}

    /** From the outside in; suppressed ones too, where the server puts the reason of a failed commit. */
    static List<Throwable> of(Throwable thrown) {
        List<Throwable> all = new ArrayList<>();
        collect(thrown, all);
        return all;
    }

    private static void collect(@Nullable Throwable thrown, List<Throwable> all) {
        if (thrown == null || all.size() > 50 || all.contains(thrown)) return;
        all.add(thrown);
        collect(thrown.getCause(), all);
        if (thrown instanceof SQLException sql) collect(sql.getNextException(), all);
        for (Throwable other : thrown.getSuppressed()) {
            collect(other, all);
        }
    }

    static <T extends Throwable> Optional<T> find(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    static boolean isDatabaseUnavailable(List<Throwable> causes) {
        return causes.stream()
                .anyMatch(c -> c instanceof ResourceException
                        || c instanceof ConnectException
                        || isLostCommit(c)
                        || (c instanceof SQLException sql && isUnavailable(sql.getSQLState())));
    }

    /**
     * The connection broke at the commit, or it took too long: the server says no more. Whatever made a commit fail
     * besides hangs on it.
     */
    private static boolean isLostCommit(Throwable cause) {
        return cause instanceof RollbackException && cause.getCause() == null && cause.getSuppressed().length == 0;
    }

    private static boolean isUnavailable(@Nullable String state) {
        return state != null
                && (UNAVAILABLE.contains(state) || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith));
    }
}
