package io.millrace.jobs.outbox;

import io.millrace.Ids;
import io.millrace.jobs.JobStore;
import io.millrace.outbox.DueEffect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jobrunr.jobs.Job;
import org.jobrunr.scheduling.JobBuilder;

/** Turns effects into jobs whose ids are derived from their deliveries, so that doing it twice does it once. */
@ApplicationScoped
class EffectJobs {

    @Inject
    JobStore store;

    @Inject
    RelaySettings settings;

    /** Answers with the job of each effect. */
    Map<DueEffect, UUID> enqueue(List<DueEffect> effects) {
        Map<DueEffect, UUID> jobs = new HashMap<>();
        List<JobBuilder> fresh = new ArrayList<>();
        for (DueEffect effect : effects) {
            Optional<Job> known = effect.jobId() == null ? Optional.empty() : store.find(effect.jobId());
            UUID id = known.map(this::revive).orElseGet(() -> firstId(effect));
            if (known.isEmpty() || !known.get().getId().equals(id)) fresh.add(job(id, effect));
            jobs.put(effect, id);
        }
        if (!fresh.isEmpty()) store.enqueue(fresh);
        return jobs;
    }

    private static UUID firstId(DueEffect effect) {
        return effect.jobId() == null ? effect.deliveryId() : effect.jobId();
    }

    /** The delivery is still open, so a job that has ended must run again; one that succeeded only as another. */
    private UUID revive(Job job) {
        switch (job.getState()) {
            case FAILED, DELETED -> store.requeue(job);
            case SUCCEEDED -> {
                return Ids.derived(job.getId(), "again");
            }
            default -> {} // on its way
        }
        return job.getId();
    }

    private JobBuilder job(UUID id, DueEffect effect) {
        return JobBuilder.aJob()
                .withId(id)
                .withName(effect.subscriber())
                .withLabels("tenant:" + effect.tenantId())
                .withAmountOfRetries(settings.effectRetries)
                .withJobRequest(new DeliverEffect(effect.tenantId(), effect.deliveryId()));
    }
}
