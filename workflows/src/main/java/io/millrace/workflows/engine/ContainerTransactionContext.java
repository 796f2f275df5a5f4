package io.millrace.workflows.engine;

import jakarta.transaction.TransactionManager;
import org.camunda.bpm.engine.impl.cfg.TransactionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cfg.jta.JakartaTransactionContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.RepeatingFailedJobListener;

/**
 * Tells the engine's listeners how a transaction ends, except the one that would begin another while it ends: after
 * a repeating timer failed, the vendor makes its next timer in a new transaction from within the rollback, which
 * the container refuses to return from. Without it the next timer comes with a retry that succeeds.
 */
final class ContainerTransactionContext extends JakartaTransactionContext {

    ContainerTransactionContext(TransactionManager manager) {
        super(manager);
    }

    @Override
    protected void addTransactionListener(TransactionState state, TransactionListener listener, CommandContext commands)
            throws Exception {
        if (!(listener instanceof RepeatingFailedJobListener)) super.addTransactionListener(state, listener, commands);
    }
}
