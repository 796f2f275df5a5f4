package io.millrace.workflows.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * Says whose version of a model a tenant gets: its own if it has deployed one under the key, else the
 * shared one, which belongs to no tenant. To be asked inside an engine command.
 */
final class TenantModels {

    private TenantModels() {}

    /** The tenant to look under: {@code tenantId} or null for the shared process. */
    static @Nullable String ownerOfProcess(String key, String tenantId) {
        ProcessDefinitionManager processes = Context.getCommandContext().getProcessDefinitionManager();
        return processes.findLatestProcessDefinitionByKeyAndTenantId(key, tenantId) == null ? null : tenantId;
    }

    /** The tenant to look under: {@code tenantId} or null for the shared decision. */
    static @Nullable String ownerOfDecision(String key, String tenantId) {
        DecisionDefinitionManager decisions = Context.getCommandContext().getDecisionDefinitionManager();
        return decisions.findLatestDecisionDefinitionByKeyAndTenantId(key, tenantId) == null ? null : tenantId;
    }

    static @Nullable ProcessDefinitionEntity process(String key, String tenantId) {
        ProcessDefinitionManager processes = Context.getCommandContext().getProcessDefinitionManager();
        return processes.findLatestProcessDefinitionByKeyAndTenantId(key, ownerOfProcess(key, tenantId));
    }
}
