package io.millrace.jobs.outbox;

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
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobBuilder;

/** Turns effects into jobs whose ids are derived from their deliveries, so that doing it twice does it once. */
@ApplicationScoped
class EffectJobs {

    @Inject
    JobStore store;

    @Inject
    RelaySettings settings;

    /**
     * Answers with the job of each effect. One whose job has come to its end has none: it was settled, or put off with
     * another job, since we looked, and to try it now would be too early.
     */
    Map<DueEffect, UUID> enqueue(List<DueEffect> effects) {
        Map<DueEffect, UUID> jobs = new HashMap<>();
        List<JobBuilder> fresh = new ArrayList<>();
        for (DueEffect effect : effects) {
            Optional<Job> known = effect.jobId() == null ? Optional.empty() : store.find(effect.jobId());
            if (known.isPresent() && known.get().getState() == StateName.SUCCEEDED) continue;
            UUID id = effect.jobId() == null ? effect.deliveryId() : effect.jobId();
            known.ifPresentOrElse(this::revive, () -> fresh.add(job(id, effect)));
            jobs.put(effect, id);
        }
        if (!fresh.isEmpty()) store.enqueue(fresh);
        return jobs;
    }

    /** The delivery is still open, so a job that ended otherwise must run again. */
    private void revive(Job job) {
        switch (job.getState()) {
            case FAILED, DELETED -> store.requeue(job);
            default -> {} // on its way
        }
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
