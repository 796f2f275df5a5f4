package io.millrace.web;

/**
 * What is not on Cockpit's pages: whatever changes something, whatever is not one tenant's alone, and the machinery
 * behind. Hidden only so that nobody finds a button in vain; it is {@link CockpitCalls} that refuses.
 */
final class LeftOut {

    /** As the vendor's page takes it, {@code <place>:<part>}. */
    static final String FROM_COCKPIT = String.join(
            ",",
            "cockpit.navigation:batch",
            "cockpit.navigation:deployments",
            "cockpit.navigation:reports",
            "cockpit.navigation:tasks",
            "cockpit.tasks.dashboard:task-dashboard",
            "cockpit.repository.deployment.action:delete-deployment",
            "cockpit.repository.resource.action:download-resource",
            "cockpit.processDefinition.runtime.action:update-suspension-state-action",
            "cockpit.processDefinition.runtime.action:bulk-job-definition-override-job-priority-action",
            "cockpit.processDefinition.runtime.tab:call-process-definitions-table",
            "cockpit.processDefinition.runtime.tab:job-definition-table",
            "cockpit.processDefinition.diagram.plugin:activity-definition-call-activity-overlay",
            "cockpit.processDefinition.diagram.plugin:activity-instance-statistics-overlay",
            "cockpit.jobDefinition.action:job-definition-override-job-priority-action",
            "cockpit.jobDefinition.action:update-suspension-state",
            "cockpit.processInstance.runtime.action:add-variable-action",
            "cockpit.processInstance.runtime.action:cancel-process-instance-action",
            "cockpit.processInstance.runtime.action:job-retry-action",
            "cockpit.processInstance.runtime.action:update-suspension-state-action",
            "cockpit.processInstance.runtime.tab:user-tasks-tab",
            "cockpit.processInstance.runtime.tab:jobs-tab",
            "cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime",
            "cockpit.incident.action:increase-incident-external-task-retry",
            "cockpit.incident.action:increase-incident-job-retry");

    private LeftOut() {}
}
