package io.millrace.workflows.process;

import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.EngineStarted;
import io.millrace.workflows.engine.NodeWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Has models hear events that are in the engine and not noted: the platform's own, which the engine has just deployed,
 * and those that tenants deployed to a release that knew no events.
 */
@ApplicationScoped
public class MissingTriggers {

    @Inject
    Engine engine;

    @Inject
    NoteTriggers noteTriggers;

    @Inject
    LookedAtOnce once;

    /** Of tenants only once: what they deploy from then on is noted with its deployment. */
    void note(@Observes EngineStarted event) {
        TenantScope.run(TenantScope.PLATFORM, noteTriggers::ofShared);
        if (once.isDone()) return;
        tenants()
                .forEach((tenant, deployed) ->
                        TenantScope.run(UUID.fromString(tenant), () -> noteTriggers.ofTenant(deployed)));
        once.done();
    }

    private Map<String, List<ProcessDefinition>> tenants() {
        return NodeWork.call(
                () -> engine.running().getRepositoryService().createProcessDefinitionQuery().list().stream()
                        .filter(deployed -> deployed.getTenantId() != null)
                        .collect(Collectors.groupingBy(ProcessDefinition::getTenantId)));
    }
}
