package io.millrace.workflows.engine;

import io.millrace.DatabaseAway;
import io.millrace.outbox.Cause;
import io.millrace.outbox.Trace;
import io.millrace.tenancy.TenantScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs of the engine, each with its tenant bound. The tenant is read before the job's transaction
 * begins, because the data source tells the database about it at that transaction's first use.
 */
final class ExecuteTenantJobs extends ExecuteJobsRunnable {

    private static final Origin NOBODY = new Origin(null, false, Map.of());

    /** For whom a job works, and because of what. */
    private record Origin(@Nullable String tenantId, boolean byTheClock, Map<String, String> carried) {

        @Nullable
        String traceparent() {
            return carried.get(CarryTrace.TRACEPARENT);
        }

        @Nullable
        Cause cause() {
            return byTheClock
                    ? null
                    : Cause.read(carried.get(CarryCause.VARIABLE)).orElse(null);
        }
    }

    private final Map<String, Origin> origins = new HashMap<>();

    private final Runnable leavesSome;

    /** @param leavesSome told when a job may stay locked, because its failure could not be noted either */
    ExecuteTenantJobs(List<String> jobIds, ProcessEngineImpl engine, Runnable leavesSome) {
        super(jobIds, engine);
        this.leavesSome = leavesSome;
    }

    @Override
    protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failures) {
        try {
            executeForItsTenant(jobId, commands, failures);
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e)) leavesSome.run();
            throw e;
        }
    }

    private void executeForItsTenant(String jobId, CommandExecutor commands, JobFailureCollector failures) {
        Origin origin = originOf(jobId);
        Runnable work = () -> super.executeJob(jobId, commands, failures);
        Trace.set(origin.traceparent());
        Cause.set(origin.cause());
        try {
            if (origin.tenantId() == null) NodeWork.run(work); // gone meanwhile, or a caretaker of the engine itself
            else TenantScope.run(UUID.fromString(origin.tenantId()), work);
        } finally {
            Trace.set(null);
            Cause.set(null);
        }
    }

    @Override
    protected void unlockJob(String jobId, CommandExecutor commands) {
        NodeWork.run(() -> super.unlockJob(jobId, commands));
    }

    private Origin originOf(String jobId) {
        if (!origins.containsKey(jobId)) NodeWork.run(() -> readOrigins(jobId));
        return origins.getOrDefault(jobId, NOBODY);
    }

    /** Of the whole batch at once; a job that was added to it later is read alone. */
    private void readOrigins(String jobId) {
        Set<String> wanted = new HashSet<>(origins.isEmpty() ? jobIds : List.of(jobId));
        wanted.add(jobId);
        wanted.forEach(id -> origins.put(id, NOBODY));
        List<Job> jobs = processEngine
                .getManagementService()
                .createJobQuery()
                .jobIds(wanted)
                .list();
        Map<String, Map<String, String>> carried = carried(jobs);
        jobs.forEach(job -> origins.put(
                job.getId(),
                new Origin(
                        job.getTenantId(),
                        job instanceof TimerEntity,
                        carried.getOrDefault(job.getProcessInstanceId(), Map.of()))));
    }

    private Map<String, Map<String, String>> carried(List<Job> jobs) {
        String[] processes = jobs.stream()
                .map(Job::getProcessInstanceId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        Map<String, Map<String, String>> carried = new HashMap<>();
        if (processes.length == 0) return carried;
        for (VariableInstance kept : processEngine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .variableNameIn(CarryTrace.TRACEPARENT, CarryCause.VARIABLE)
                .processInstanceIdIn(processes)
                .list()) {
            if (kept.getValue() instanceof String text)
                carried.computeIfAbsent(kept.getProcessInstanceId(), process -> new HashMap<>())
                        .put(kept.getName(), text);
        }
        return carried;
    }
}
