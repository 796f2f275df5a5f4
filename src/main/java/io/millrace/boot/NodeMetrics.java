package io.millrace.boot;

import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.TakenJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts, for the metrics, what this node alone has done: which of the engine's jobs it got, and which it did not. */
@ApplicationScoped
public class NodeMetrics {

    @Inject
    Engine engine;

    @Inject
    MetricRegistry metrics;

    /** From now on the metrics have it. */
    void publish() {
        gauge("taken", TakenJobs::taken);
        gauge("lost", TakenJobs::lost);
    }

    private void gauge(String result, ToLongFunction<TakenJobs> count) {
        Metadata described = Metadata.builder()
                .withName("millrace_engine_acquired_jobs")
                .withDescription("Jobs of the engine that this node took since its start, and those another took first")
                .build();
        metrics.gauge(described, () -> count.applyAsLong(engine.takenJobs()), new Tag("result", result));
    }
}
