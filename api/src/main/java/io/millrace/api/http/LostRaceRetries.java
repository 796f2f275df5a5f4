package io.millrace.api.http;

import io.millrace.LostRace;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a request again that met another change of the same thing, say a reminder's timer. Its second run reads
 * what the other has done and answers accordingly; the caller learns of a race only when it is lost for good.
 * Outside the transaction, which the race has ended.
 */
@RetriedAfterLostRace
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class LostRaceRetries {

    private static final Logger log = LoggerFactory.getLogger(LostRaceRetries.class);
    private static final int RETRIES = 3;
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        for (int lost = 1; lost <= RETRIES; lost++) {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                if (!LostRace.isBehind(e)) throw e;
                log.info(
                        "request lost a race method={} time={}",
                        call.getMethod().getName(),
                        lost);
                // By chance, so that the two do not meet again.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE) * lost);
            }
        }
        return call.proceed();
    }
}
