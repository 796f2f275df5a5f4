package io.millrace.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartAtOnceIT {

    private static final int WORKERS = 4;

    @RegisterExtension
    static final Room room = JobsRoom.with(KnockHandler.class)
            .setting("millrace.jobs.workers", WORKERS)
            .setting("millrace.jobs.poll-interval", "PT60S");

    @BeforeAll
    static void start() {
        room.get(JobServer.class).start();
        // the first poll announces the server; the next one comes in a minute, too late for these tests
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            enqueue(1);
            return !KnockHandler.RUNS.isEmpty();
        });
    }

    @AfterAll
    static void stop() {
        room.get(JobServer.class).stop();
    }

    @BeforeEach
    void quiet() {
        await().until(() -> running() == 0);
        KnockHandler.RUNS.clear();
        KnockHandler.hold = new CountDownLatch(0);
    }

    @Test
    void a_job_starts_at_once() {
        enqueue(1);

        await().atMost(Duration.ofSeconds(2)).until(() -> KnockHandler.RUNS.size() == 1);
    }

    @Test
    void never_more_are_claimed_than_there_are_workers() {
        KnockHandler.hold = new CountDownLatch(1);

        enqueue(30);

        await().until(() -> KnockHandler.RUNS.size() == WORKERS);
        enqueue(1);
        assertThat(claimed()).isEqualTo(WORKERS);
        KnockHandler.hold.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> KnockHandler.RUNS.size() == 31);
    }

    @Test
    void many_jobs_run_once_each_without_a_poll() {
        IntStream.range(0, 20).forEach(i -> enqueue(25));

        await().atMost(Duration.ofSeconds(30)).until(() -> KnockHandler.RUNS.size() == 500);
        assertThat(KnockHandler.RUNS.values()).allMatch(times -> times.get() == 1);
    }

    private static long claimed() {
        return room.database()
                .texts("SELECT id FROM jobrunr.jobrunr_jobs WHERE state = 'PROCESSING'")
                .size();
    }

    private static long running() {
        return room.database()
                .texts("SELECT id FROM jobrunr.jobrunr_jobs WHERE state <> 'SUCCEEDED'")
                .size();
    }

    private static void enqueue(int many) {
        List<JobBuilder> jobs = IntStream.range(0, many)
                .mapToObj(i -> JobBuilder.aJob().withJobRequest(new Knock(UUID.randomUUID())))
                .toList();
        room.get(JobStore.class).enqueue(jobs);
    }

    /** A job that only has to run. */
    public record Knock(UUID number) implements JobRequest {

        @Override
        public Class<KnockHandler> getJobRequestHandler() {
            return KnockHandler.class;
        }
    }

    /** Counts, and holds up as long as the test wants. */
    @ApplicationScoped
    public static class KnockHandler implements JobRequestHandler<Knock> {

        static final Map<UUID, AtomicInteger> RUNS = new ConcurrentHashMap<>();
        static volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        public void run(Knock knock) throws InterruptedException {
            RUNS.computeIfAbsent(knock.number(), n -> new AtomicInteger()).incrementAndGet();
            assertThat(hold.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
