package io.millrace.workflows.engine;

import io.millrace.LostRace;
import io.millrace.NotYet;
import io.millrace.Refusal;
import io.millrace.approval.GateMisdrawn;
import io.millrace.catalogue.UnfitInput;
import io.millrace.notification.NoticeRefused;
import io.millrace.outbox.EventRefused;
import io.millrace.outbox.Failure;
import io.millrace.process.ProcessFailed;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Tells whoever starts a process or moves it on which step of which model failed, and why. A job has nobody to tell:
 * its failure is an incident, in which the engine says as much.
 */
final class NameFailedSteps extends CommandInterceptor {

    private static final Logger log = LoggerFactory.getLogger(NameFailedSteps.class);

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException thrown) {
            String element = Context.getCommandInvocationContext()
                    .getProcessDataContext()
                    .getLatestActivityId();
            ProcessDefinitionEntity process = element == null ? null : latestProcess();
            boolean isJob = Context.getJobExecutorContext() != null;
            if (element == null || process == null || isJob || !isOfTheModel(thrown, process)) throw thrown;
            throw failed(process.getKey(), element, thrown);
        }
    }

    /** The engine notes in the thread's context where it is, and leaves that there while it fails. */
    private static @Nullable ProcessDefinitionEntity latestProcess() {
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        String id = MDC.get(engine.getLoggingContextProcessDefinitionId());
        return id == null ? null : engine.getDeploymentCache().findProcessDefinitionFromCache(id);
    }

    private static ProcessFailed failed(String process, String element, RuntimeException thrown) {
        String why = StepFailures.why(thrown);
        Throwable where =
                Refusals.in(thrown).isPresent() ? null : Failure.of(thrown).trace(thrown);
        log.warn("step failed process={} element={} reason={}", process, element, why, where);
        return new ProcessFailed(process, element, why);
    }

    /**
     * And not of who asked for it, of somebody who was faster, of the database, or of our own code: what a delegate of
     * the platform's models does not foresee is a fault.
     */
    private static boolean isOfTheModel(RuntimeException thrown, ProcessDefinitionEntity process) {
        Optional<Refusal> refusal = Refusals.in(thrown);
        if (refusal.isPresent()) return isOfADelegate(refusal.get());
        if (Races.named(thrown) instanceof LostRace || LostRace.isBehind(thrown)) return false;
        boolean isOurs = process.getTenantId() == null && !isOfTheEngine(thrown);
        if (isOurs) return false;
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .noneMatch(cause -> cause instanceof SQLException || cause instanceof AuthorizationException);
    }

    /** An expression, a gateway, a decision: of the tenant's own, or given something by a request. */
    private static boolean isOfTheEngine(RuntimeException thrown) {
        return thrown.getClass().getName().startsWith("org.camunda.");
    }

    /** What a model gives a delegate, and when, is the model's fault; all other refusals are meant for whoever acts. */
    private static boolean isOfADelegate(Refusal refusal) {
        return refusal instanceof UnfitInput
                || refusal instanceof GateMisdrawn
                || refusal instanceof NoticeRefused
                || refusal instanceof EventRefused
                || refusal instanceof NotYet;
    }
}
