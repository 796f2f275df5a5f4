package io.millrace.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindowManager;

/**
 * Everything about the engine that is ours and not the container's, so that tests build the same engine.
 *
 * @param beans what expressions in models may name
 * @param identities answers who people are; its session type is the engine's read-only identity provider
 * @param listeners what we add to every model as it is read, besides what this package adds itself
 * @param forgetting when history is deleted whose time is over
 * @param projections hear what becomes of instances, in the transactions in which it does
 * @param waiting looks after what begins to wait for a message
 */
record EngineSettings(
        Callers callers,
        Map<Object, Object> beans,
        SessionFactory identities,
        List<BpmnParseListener> listeners,
        BatchWindowManager forgetting,
        List<HistoryEventHandler> projections,
        Waiting waiting,
        JobExecutor jobExecutor) {

    <T extends ProcessEngineConfigurationImpl> T applyTo(T engine) {
        engine.setProcessEngineName("default");
        keepInOurSchema(engine);
        keepInsideTenants(engine);
        readModels(engine);
        runJobs(engine);
        keepHistory(engine);
        engine.setCustomSessionFactories(List.of(WatchedWaits.factory()));
        engine.setCommandContextFactory(WatchfulCommand.factory(engine, waiting));
        engine.setIdGenerator(new EngineIds());
        engine.setIdentityProviderSessionFactory(identities);
        // Expected refusals come out of commands as exceptions; whoever called says what is worth a line.
        engine.setEnableCmdExceptionLogging(false);
        // Counted in tables of the engine, in a thread of its own; what waits is in our metrics.
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        return engine;
    }

    private static void keepInOurSchema(ProcessEngineConfigurationImpl engine) {
        engine.setDatabaseType("postgres");
        engine.setDatabaseSchema(EngineSchemaMigration.SCHEMA);
        engine.setDatabaseTablePrefix(EngineSchemaMigration.SCHEMA + ".");
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    }

    private void keepInsideTenants(ProcessEngineConfigurationImpl engine) {
        engine.setTenantIdProvider(new TenantOfInstances());
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(callerInterceptor(engine)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(callerInterceptor(engine)));
        engine.setCustomPostCommandInterceptorsTxRequired(
                List.of(new TrustCallers(engine::getIdentityService), new NameFailedSteps()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new TrustCallers(engine::getIdentityService)));
        engine.setAuthorizationEnabled(true);
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setResourceAuthorizationProvider(new TaskGrants());
    }

    private CommandInterceptor callerInterceptor(ProcessEngineConfigurationImpl engine) {
        return new CallerInterceptor(engine::getIdentityService, callers);
    }

    private void readModels(ProcessEngineConfigurationImpl engine) {
        engine.setBpmnParseFactory(OwnVersionFirst::new);
        engine.setCustomPreBPMNParseListeners(listeners);
        // The vendor adds to this one.
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new StartMessages(), new InheritBusinessKey())));
        engine.setBeans(beans);
        engine.setCustomFormFieldValidators(CheckedBefore.all());
        engine.setCmmnEnabled(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    /** For as long as each model says; how the deleting went, for a month. */
    private void keepHistory(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        engine.setCustomHistoryEventHandlers(projections);
        engine.setBatchWindowManager(forgetting);
        engine.setCustomJobHandlers(List.<JobHandler>of(new ForgetHistory()));
        engine.setHistoryCleanupJobLogTimeToLive("P30D");
        engine.setHistoryCleanupMetricsEnabled(false);
    }

    private void runJobs(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutor(jobExecutor);
        engine.setJobExecutorActivate(false);
        engine.setJobExecutorDeploymentAware(false);
        engine.setFailedJobCommandFactory(PutOff.factory());
    }
}
