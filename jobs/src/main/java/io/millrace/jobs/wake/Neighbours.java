package io.millrace.jobs.wake;

import io.millrace.jobs.JobsDatabase;
import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The other nodes on the same database: wakes those who wait there, and those here when they do. */
@ApplicationScoped
public class Neighbours {

    @Resource
    ManagedThreadFactory threadFactory;

    @Inject
    @JobsDatabase
    DataSource pool;

    @Inject
    @NoticeDatabase
    DataSource unpooled;

    @Inject
    Alarm alarm;

    private @Nullable HearOthers ears;
    private @Nullable TellOthers mouth;
    private @Nullable Consumer<Sleeper> tell;

    public synchronized void start() {
        if (ears != null) return;
        String me = Long.toHexString(UUID.randomUUID().getMostSignificantBits());
        HearOthers hear = new HearOthers(unpooled, alarm, me);
        TellOthers out = new TellOthers(pool, me);
        thread("hear-others", hear);
        thread("tell-others", out);
        Consumer<Sleeper> telling = out::tell;
        alarm.alsoElsewhere(telling);
        ears = hear;
        mouth = out;
        tell = telling;
    }

    private void thread(String name, Runnable work) {
        Thread thread = threadFactory.newThread(work);
        thread.setName("millrace-" + name);
        thread.start();
    }

    public synchronized void stop() {
        if (tell != null) alarm.notElsewhere(tell);
        if (mouth != null) mouth.stop();
        if (ears != null) ears.stop();
        tell = null;
        mouth = null;
        ears = null;
    }

    /** Whether it hears them now; while it does not, work that they make waits until somebody here looks by itself. */
    public synchronized boolean isHeard() {
        return ears != null && ears.isListening();
    }
}
