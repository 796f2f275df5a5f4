package io.millrace.outbox;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps models from causing each other's events without end: asked before a step of a model does what becomes an event.
 * No check of single models can see such a circle, since each of them comes to its end.
 */
@ApplicationScoped
public class StopLoops {

    /** Events in a row. */
    public static final int MOST = 50;

    /** Of which the error names those that are one round. */
    private static final int TOLD = 20;

    @Inject
    Rows rows;

    /** @throws EndlessLoop when what is to be done would be one event too many */
    public void requireEnd() {
        Cause cause = Cause.current();
        if (cause != null && cause.hops() >= MOST) throw new EndlessLoop(MOST, round(newestFirst(cause)));
    }

    private List<String> newestFirst(Cause cause) {
        return rows.query(
                row -> row.getString(1), """
                WITH RECURSIVE led AS (
                  SELECT e.type, e.caused_by, 1 AS step FROM event e WHERE e.tenant_id = ? AND e.id = ?
                  UNION ALL
                  SELECT e.type, e.caused_by, led.step + 1
                  FROM led JOIN event e ON e.tenant_id = ? AND e.id = led.caused_by
                  WHERE led.step < ?)
                SELECT type FROM led ORDER BY step""", TenantScope.current(), cause.eventId(), TenantScope.current(), TOLD);
    }

    /** From one to the next of the same type, if there is one. */
    private static List<String> round(List<String> newestFirst) {
        List<String> round = new ArrayList<>();
        for (String type : newestFirst) {
            boolean isClosed = round.contains(type);
            round.add(type);
            if (isClosed) break;
        }
        Collections.reverse(round);
        return round;
    }
}
