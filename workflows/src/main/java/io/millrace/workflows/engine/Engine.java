package io.millrace.workflows.engine;

import io.millrace.bpmn.Models;
import io.millrace.process.VersionNumbers;
import io.millrace.tenancy.TenantScope;
import io.millrace.wake.Alarm;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The process engine of this node, on the container's data source, transactions and threads. */
@ApplicationScoped
public class Engine {

    @Inject
    DataSource dataSource;

    @Inject
    Transactions transactions;

    @Resource(lookup = "java:appserver/TransactionManager")
    TransactionManager transactionManager;

    @Inject
    JobLocks locks;

    @Inject
    Alarm alarm;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    SessionFactory identities;

    @Inject
    @Any
    Instance<BpmnParseListener> listeners;

    @Inject
    @Any
    Instance<HistoryEventHandler> projections;

    @Inject
    CleanupWindow cleanupWindow;

    @Inject
    VersionNumbers versionNumbers;

    @Inject
    Waiting waiting;

    @Inject
    Event<EngineStarted> started;

    @Inject
    BeanManager container;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "millrace.engine.workers", defaultValue = "8")
    int workers;

    private @Nullable ProcessEngine running;
    private @Nullable NodeJobExecutor jobExecutor;

    /** After the migrations, before anything that uses processes. Deploys the shared models. */
    public void start() {
        EngineTime.follow(clock);
        NodeJobExecutor jobs = new NodeJobExecutor(threads, workers, alarm, locks.length(), locks::setFree);
        EngineSettings settings = new EngineSettings(
                callers,
                new NamedDelegates(container),
                identities,
                List.copyOf(listeners.stream().toList()),
                cleanupWindow,
                List.copyOf(projections.stream().toList()),
                waiting,
                jobs);
        running = NodeWork.call(() -> {
            ProcessEngine engine = settings.applyTo(new ContainerEngineConfiguration(
                            dataSource, transactionManager, transactions, new NumberedModels(versionNumbers)))
                    .buildProcessEngine();
            EngineGrants.ensure(engine);
            SharedModels.deploy(engine.getRepositoryService(), Models.RESOURCES);
            return engine;
        });
        RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(running);
        started.fire(new EngineStarted());
        jobs.start();
        jobExecutor = jobs;
    }

    /** Lets running ones end; requests still start and move processes. */
    public void takeNoMoreJobs() {
        NodeJobExecutor jobs = jobExecutor;
        if (jobs != null && jobs.isActive()) jobs.shutdown();
    }

    /** Lets running jobs end, then closes. While the application's pools are still open. */
    public void stop() {
        if (running == null) return;
        ProcessEngine engine = running;
        running = null;
        RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(engine);
        NodeWork.run(engine::close);
        EngineTime.followSystem();
    }

    /** Whether it was started and takes jobs. */
    public boolean isRunning() {
        NodeJobExecutor jobs = jobExecutor;
        return running != null && jobs != null && (workers == 0 || jobs.isTakingJobs());
    }

    /** Nothing yet before the start. */
    public TakenJobs takenJobs() {
        NodeJobExecutor jobs = jobExecutor;
        return jobs == null ? new TakenJobs(0, 0) : jobs.takenJobs();
    }

    /** The engine itself. @throws IllegalStateException before the start and after the stop */
    public ProcessEngine running() {
        if (running == null) throw new IllegalStateException("the process engine is not running");
        return running;
    }

    /** Starts the tenant's own version of the process, else the shared one, up to its first wait state. */
    public void startProcess(String key, String businessKey, Map<String, Object> variables) {
        Refusals.unwrapping(() -> inOneCommand(() -> {
            String tenant = TenantScope.current().toString();
            ProcessDefinitionEntity process = TenantModels.process(key, tenant);
            if (process == null) throw new IllegalStateException("no process is deployed under the key " + key);
            return running().getRuntimeService().startProcessInstanceById(process.getId(), businessKey, variables);
        }));
    }

    /** Whether the tenant has a process under the key that begins with a plain start event. */
    public boolean isStartable(String key) {
        return inOneCommand(() -> {
            ProcessDefinitionEntity process =
                    TenantModels.process(key, TenantScope.current().toString());
            if (process == null) return false;
            ActivityImpl initial = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .resolveProcessDefinition(process)
                    .getInitial();
            return initial != null
                    && ActivityTypes.START_EVENT.equals(initial.getProperties().get(BpmnProperties.TYPE));
        });
    }

    /**
     * Starts the version at its start event for such messages: a shared one up to its first wait state, a tenant's own
     * goes on in a job.
     *
     * @return the id of the instance
     */
    public String startByMessage(
            String key, String definitionId, String type, String businessKey, Map<String, Object> variables) {
        return Refusals.unwrapping(() -> running()
                        .getRuntimeService()
                        .createMessageCorrelation(StartMessages.nameFor(key, type))
                        .processDefinitionId(definitionId)
                        .processInstanceBusinessKey(businessKey)
                        .setVariables(variables)
                        .correlateStartMessage())
                .getProcessInstanceId();
    }

    /** Ends the instance, called processes included; nothing happens if it has ended. */
    public void endProcess(UUID instance, String reason) {
        RuntimeService processes = running().getRuntimeService();
        String id = instance.toString();
        boolean isThere =
                processes.createProcessInstanceQuery().processInstanceId(id).count() > 0;
        if (isThere) processes.deleteProcessInstance(id, reason);
    }

    /** Leaves whichever of the activities waits, for an earlier one; nothing happens where none does. */
    public void goBack(String key, String businessKey, List<String> from, String to) {
        List<ProcessInstance> instances = running()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(key)
                .processInstanceBusinessKey(businessKey)
                .activityIdIn(from.toArray(String[]::new))
                .list();
        for (ProcessInstance instance : instances) {
            ProcessInstanceModificationBuilder step =
                    running().getRuntimeService().createProcessInstanceModification(instance.getId());
            from.forEach(step::cancelAllForActivity);
            step.startBeforeActivity(to).execute();
        }
    }

    /** Holds the lock that deployments take, until the transaction ends. */
    public void lockDeployments() {
        inOneCommand(() -> {
            Context.getCommandContext().getPropertyManager().acquireExclusiveLock();
            return true;
        });
    }

    /** Looks at and does what the engine would not grant the acting member, inside the walls of the member's tenant. */
    public <T extends @Nullable Object> T pastGrants(Supplier<T> work) {
        return Refusals.unwrapping(
                () -> EngineCommands.of(running()).execute(context -> context.runWithoutAuthorization(work::get)));
    }

    private <T> T inOneCommand(Supplier<T> work) {
        return EngineCommands.of(running()).execute(context -> work.get());
    }
}
