package io.millrace.workflows.engine;

import io.millrace.LostRace;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Recognises the ways in which the engine says that two commands met at one process instance. It reads an
 * instance with several statements, so that one of them may see what another command has deleted since.
 */
final class Races {

    private static final String FOREIGN_KEY = "23503";
    private static final String UNIQUE = "23505";
    /** One grant for each user of a task, which a claim gives; as the database quotes it, in any language. */
    private static final String GRANTED_ONCE = "\"act_uniq_auth_user\"";
    /** The vendor gives this one neither a class nor a code of its own. */
    private static final String PARENT_GONE = "ENGINE-03077";
    /** Where it breaks down instead, if all of the instance is gone. */
    private static final String TREE = "ensureExecutionTreeInitialized";

    private Races() {}

    /** @return what to throw: a {@link LostRace} if it is one, else the same */
    static RuntimeException named(RuntimeException thrown) {
        boolean isLost = Refusals.in(thrown).isEmpty() && causes(thrown).anyMatch(Races::isOne);
        return isLost ? new LostRace("another command changed the same process instance", thrown) : thrown;
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || (cause instanceof ProcessEngineException
                        && String.valueOf(cause.getMessage()).startsWith(PARENT_GONE))
                || (cause instanceof SQLException sql && isOne(sql))
                || (cause instanceof NullPointerException && isThrownBy(TREE, cause));
    }

    private static boolean isOne(SQLException failure) {
        // Two claims of one member at the same moment both find no grant, and both write it. Any other row that
        // is there twice is a fault.
        boolean isGrantedTwice = UNIQUE.equals(failure.getSQLState())
                && String.valueOf(failure.getMessage()).contains(GRANTED_ONCE);
        return isGrantedTwice || FOREIGN_KEY.equals(failure.getSQLState());
    }

    private static boolean isThrownBy(String method, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().equals(ExecutionEntity.class.getName())
                && trace[0].getMethodName().equals(method);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        // Deeper than any real chain; stops at one that goes in a circle.
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
