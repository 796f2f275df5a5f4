package io.millrace;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Somebody else changed the same thing first; nothing is wrong, and trying again at once will do. */
public class LostRace extends RuntimeException {

    /** Serialization failure, deadlock, lock not available (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    public LostRace(String what, Throwable cause) {
        super(what, cause);
    }

    /** Whether a lost race is anywhere in it, in whatever transactions, the engine or JPA wrapped around it. */
    public static boolean isBehind(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>(List.of(thrown));
        while (!next.isEmpty()) {
            Throwable t = next.pop();
            if (!seen.add(t)) continue;
            if (isOne(t)) return true;
            if (t.getCause() != null) next.add(t.getCause());
            if (t instanceof SQLException sql && sql.getNextException() != null) next.add(sql.getNextException());
            // A transaction manager hangs what made the commit fail on its own exception like this.
            next.addAll(List.of(t.getSuppressed()));
        }
        return false;
    }

    private static boolean isOne(Throwable t) {
        return t instanceof LostRace
                || t instanceof OptimisticLockException
                || (t instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState()));
    }
}
