package io.millrace.outbox;

import io.millrace.LostRace;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What a thrown exception means for a delivery.
 *
 * @param reason for operators: the innermost class and the first line of its message, in which drivers put
 *     no values; at most 300 characters
 */
public record Failure(Kind kind, String reason) {

    private static final int LONGEST = 300;

    /** Whether, and when, another attempt makes sense. */
    public enum Kind {
        PERMANENT,
        LOST_RACE,
        /** It will, but not before the far end answers, or the database has room: not its own fault, so not counted. */
        NOT_ITS_FAULT,
        /** It may, and the reason says all. */
        EXPECTED,
        /** It may, but nobody foresaw this: whoever mends it needs to know where it happened. */
        UNEXPECTED
    }

    public static Failure of(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>(Set.of(thrown));
        while (!next.isEmpty()) {
            Throwable t = next.pop();
            if (!all.add(t)) continue;
            if (t instanceof PermanentFailure) return new Failure(Kind.PERMANENT, words(t));
            if (isShortOfResources(t)) return new Failure(Kind.NOT_ITS_FAULT, words(t));
            if (t.getCause() != null) next.add(t.getCause());
            // a transaction manager hangs what made the commit fail on its own exception like this
            next.addAll(java.util.List.of(t.getSuppressed()));
        }
        Throwable innermost = innermost(thrown);
        return new Failure(kind(thrown, innermost), words(innermost));
    }

    /** The class of a full disk. */
    private static boolean isShortOfResources(Throwable t) {
        return t instanceof SQLException e
                && e.getSQLState() != null
                && e.getSQLState().startsWith("53");
    }

    private static Kind kind(Throwable thrown, Throwable innermost) {
        if (LostRace.isBehind(thrown)) return Kind.LOST_RACE;
        if (innermost instanceof FarEndAway) return Kind.NOT_ITS_FAULT;
        return innermost instanceof ExpectedFailure ? Kind.EXPECTED : Kind.UNEXPECTED;
    }

    /** Where it happened, for the log: the way to the innermost, and of all messages only the reason. */
    public Throwable trace(Throwable thrown) {
        Throwable where = new Throwable(reason);
        where.setStackTrace(innermost(thrown).getStackTrace());
        return where;
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable t = thrown;
        for (int depth = 0; t.getCause() != null && depth < 50; depth++) {
            t = t.getCause();
        }
        return t;
    }

    private static String words(Throwable t) {
        String message = t.getMessage() == null ? "" : t.getMessage().strip();
        String line =
                message.isEmpty() ? "" : ": " + message.lines().findFirst().orElse("");
        String all = t.getClass().getSimpleName() + line;
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
    }
}
