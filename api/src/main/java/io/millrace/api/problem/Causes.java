package io.millrace.api.problem;

import io.millrace.DatabaseAway;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies behind an exception: transactions, the engine and the persistence wrap what was thrown. */
final class Causes {

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
        return causes.stream().anyMatch(DatabaseAway::saysSo);
    }
}
