package io.millrace.workflows.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandlerConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupRemovalTime;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupSchedulerCmd;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a batch of the history whose time is over, and settles in the job's own transaction when to go on: at once
 * after a full batch, else later in the same window, else in the next. The vendor settles that in a transaction which
 * it begins while the job's ends, and there the container begins none (JTS5054).
 */
final class ForgetHistory extends HistoryCleanupJobHandler {

    private static final Logger log = LoggerFactory.getLogger(ForgetHistory.class);

    /** How much was deleted is known when its own transaction has ended. */
    private static final class Batch extends HistoryCleanupRemovalTime {

        boolean isFull() {
            return shouldRescheduleNow();
        }
    }

    @Override
    public void execute(
            HistoryCleanupJobHandlerConfiguration when,
            ExecutionEntity none,
            CommandContext commands,
            String tenantId) {
        boolean isTime = when.isImmediatelyDue() || isWithinBatchWindow(commands);
        boolean isMoreLikely = isTime && deleteBatch(when, commands);
        new HistoryCleanupSchedulerCmd(
                        isMoreLikely, Map.of(), when, commands.getCurrentJob().getId())
                .execute(commands);
    }

    /** In a transaction of its own: should it fail, the job goes on and the next one tries again. */
    private static boolean deleteBatch(HistoryCleanupJobHandlerConfiguration when, CommandContext commands) {
        Batch batch = new Batch();
        batch.setConfiguration(when);
        try {
            commands.getProcessEngineConfiguration()
                    .getCommandExecutorTxRequiresNew()
                    .execute(inner -> {
                        batch.performCleanup();
                        return null;
                    });
            return batch.isFull();
        } catch (RuntimeException e) {
            // Thrown on, it would use up the job's tries within a second, and then nothing is forgotten any more.
            log.warn("the engine's old history could not be deleted; the next attempt follows", e);
            return false;
        }
    }
}
