package io.millrace.boot;

import io.millrace.LostRace;
import io.millrace.jobs.outbox.EffectFailed;
import java.util.List;
import java.util.logging.LogRecord;
import org.eclipse.persistence.exceptions.OptimisticLockException;
import org.jspecify.annotations.Nullable;

/**
 * What vendors log, with its stack trace, of things that are expected and dealt with: a lost race, which is
 * answered or tried again, and an effect's failed attempt, of which we have logged a line.
 */
final class Noise {

    private static final List<String> RACING =
            List.of("org.eclipse.persistence.session", "javax.enterprise.system.core.transaction");
    private static final String JOB_SERVER = "org.jobrunr.server";

    private Noise() {}

    static boolean is(LogRecord line) {
        @Nullable Throwable thrown = line.getThrown();
        @Nullable String logger = line.getLoggerName();
        if (thrown == null || logger == null) return false;
        if (logger.startsWith(JOB_SERVER)) return thrown instanceof EffectFailed;
        boolean race = thrown instanceof OptimisticLockException || LostRace.isBehind(thrown);
        return race && RACING.stream().anyMatch(logger::startsWith);
    }
}
