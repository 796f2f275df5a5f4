package io.millrace.workflows.process;

import io.millrace.process.InstanceDetails;
import io.millrace.process.InstanceEnded;
import io.millrace.process.InstanceStore;
import io.millrace.process.ProcessInstance;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Looks into single instances of the engine, has failed ones tried again and ends them. Who may is asked before, by
 * the use case; the tenant's walls stand here too.
 */
@ApplicationScoped
public class EngineInstances implements InstanceStore {

    @Inject
    Engine engine;

    @Inject
    RuntimeService runtime;

    @Inject
    ManagementService management;

    @Inject
    ReadInstance readInstance;

    @Override
    public InstanceDetails details(ProcessInstance instance) {
        return engine.pastGrants(() -> readInstance.read(instance));
    }

    @Override
    public int retry(ProcessInstance instance) {
        return engine.pastGrants(() -> {
            List<String> failed = jobsBehind(instance);
            failed.forEach(job -> management.setJobRetries(job, 1));
            return failed.size();
        });
    }

    /** Of what a called instance could not do, the caller has an incident too, without a job. */
    private List<String> jobsBehind(ProcessInstance instance) {
        return runtime
                .createIncidentQuery()
                .processInstanceId(instance.id().toString())
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .list()
                .stream()
                .map(incident -> runtime.createIncidentQuery()
                        .incidentId(incident.getRootCauseIncidentId())
                        .singleResult())
                .filter(Objects::nonNull)
                .map(Incident::getConfiguration)
                .distinct()
                .toList();
    }

    @Override
    public void cancel(ProcessInstance instance, String reason) {
        String id = instance.id().toString();
        engine.pastGrants(() -> {
            long running =
                    runtime.createProcessInstanceQuery().processInstanceId(id).count();
            if (running == 0) throw new InstanceEnded();
            runtime.deleteProcessInstance(id, reason);
            return id;
        });
    }
}
