package io.millrace.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

/**
 * Offers the engine's services for injection in this module. As client proxies, so that a bean may be made
 * before the engine runs.
 */
@ApplicationScoped
public class EngineServices {

    @Inject
    Engine engine;

    @Produces
    @ApplicationScoped
    RuntimeService processes() {
        return engine.running().getRuntimeService();
    }

    @Produces
    @ApplicationScoped
    TaskService tasks() {
        return engine.running().getTaskService();
    }

    @Produces
    @ApplicationScoped
    RepositoryService models() {
        return engine.running().getRepositoryService();
    }

    @Produces
    @ApplicationScoped
    HistoryService history() {
        return engine.running().getHistoryService();
    }

    @Produces
    @ApplicationScoped
    ManagementService management() {
        return engine.running().getManagementService();
    }

    @Produces
    @ApplicationScoped
    IdentityService identities() {
        return engine.running().getIdentityService();
    }
}
