package io.millrace.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import io.millrace.jobs.StartAtOnceIT.Knock;
import io.millrace.jobs.StartAtOnceIT.KnockHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.server.jmx.JobServerStats;
import org.jobrunr.storage.BackgroundJobServerStatus;
import org.jobrunr.storage.Paging.AmountBasedList;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RescueJobsIT {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final UUID SELF = UUID.randomUUID();

    @RegisterExtension
    static final Room room = JobsRoom.with(KnockHandler.class);

    private final StorageProvider storage = room.get(JobStore.class).storage();
    private final BackgroundJobServer other = new BackgroundJobServer(
            storage,
            room.get(JobStore.class).json(),
            nobody(),
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration());

    @BeforeEach
    void the_other_server_works_on_a_job() {
        room.database().run("DELETE FROM jobrunr.jobrunr_jobs", "DELETE FROM jobrunr.jobrunr_backgroundjobservers");
        room.get(JobStore.class).enqueue(List.of(JobBuilder.aJob().withJobRequest(new Knock(UUID.randomUUID()))));
        storage.announceBackgroundJobServer(heartbeat());
        assertThat(storage.getJobsToProcess(other, AmountBasedList.ascOnUpdatedAt(1)))
                .hasSize(1);
    }

    @Test
    void a_job_of_a_living_server_is_left_alone() {
        int rescued = rescueIn(Duration.ofSeconds(15));

        assertThat(rescued).isZero();
        assertThat(states()).containsExactly("PROCESSING");
        assertThat(storage.getBackgroundJobServers()).hasSize(1);
    }

    @Test
    void a_job_of_a_dead_server_can_run_again_and_the_server_is_forgotten() {
        int rescued = rescueIn(Duration.ofSeconds(21));

        assertThat(rescued).isOne();
        assertThat(states()).containsExactly("ENQUEUED");
        assertThat(storage.getBackgroundJobServers()).isEmpty();
    }

    @Test
    void its_own_jobs_are_left_alone_even_after_a_long_sleep() {
        int rescued = new RescueJobs(storage, other.getId(), POLL, later(Duration.ofHours(1))).rescue();

        assertThat(rescued).isZero();
        assertThat(states()).containsExactly("PROCESSING");
        assertThat(storage.getBackgroundJobServers()).hasSize(1);
    }

    private BackgroundJobServerStatus heartbeat() {
        Instant now = Clock.systemUTC().instant();
        return new BackgroundJobServerStatus(
                other.getId(),
                "other",
                16,
                (int) POLL.toSeconds(),
                Duration.ofHours(36),
                Duration.ofHours(72),
                now,
                now,
                true,
                new JobServerStats());
    }

    private int rescueIn(Duration wait) {
        return new RescueJobs(storage, SELF, POLL, later(wait)).rescue();
    }

    private static Clock later(Duration wait) {
        return Clock.offset(Clock.systemUTC(), wait);
    }

    private static List<String> states() {
        return room.database().texts("SELECT state FROM jobrunr.jobrunr_jobs");
    }

    private static JobActivator nobody() {
        return new JobActivator() {
            @Override
            public <T> T activateJob(Class<T> type) {
                throw new AssertionError("this server only claims");
            }
        };
    }
}
