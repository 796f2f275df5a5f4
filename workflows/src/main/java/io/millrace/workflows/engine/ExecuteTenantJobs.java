package io.millrace.workflows.engine;

import io.millrace.tenancy.TenantScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs of the engine, each with its tenant bound. The tenant is read before the job's transaction
 * begins, because the data source tells the database about it at that transaction's first use.
 */
final class ExecuteTenantJobs extends ExecuteJobsRunnable {

    private final Map<String, @Nullable String> tenants = new HashMap<>();

    ExecuteTenantJobs(List<String> jobIds, ProcessEngineImpl engine) {
        super(jobIds, engine);
    }

    @Override
    protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failures) {
        String tenant = tenantOf(jobId);
        Runnable work = () -> super.executeJob(jobId, commands, failures);
        if (tenant == null) NodeWork.run(work); // gone meanwhile, or a caretaker of the engine itself
        else TenantScope.run(UUID.fromString(tenant), work);
    }

    @Override
    protected void unlockJob(String jobId, CommandExecutor commands) {
        NodeWork.run(() -> super.unlockJob(jobId, commands));
    }

    private @Nullable String tenantOf(String jobId) {
        if (!tenants.containsKey(jobId)) NodeWork.run(() -> readTenants(jobId));
        return tenants.get(jobId);
    }

    /** Of the whole batch at once; a job that was added to it later is read alone. */
    private void readTenants(String jobId) {
        Set<String> wanted = new HashSet<>(tenants.isEmpty() ? jobIds : List.of(jobId));
        wanted.add(jobId);
        wanted.forEach(id -> tenants.put(id, null));
        for (Job job : processEngine
                .getManagementService()
                .createJobQuery()
                .jobIds(wanted)
                .list()) {
            tenants.put(job.getId(), job.getTenantId());
        }
    }
}
