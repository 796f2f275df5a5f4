package io.millrace.workflows.engine;

import jakarta.transaction.TransactionManager;
import org.camunda.bpm.engine.impl.cfg.TransactionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cfg.jta.JakartaTransactionContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.RepeatingFailedJobListener;
import org.camunda.bpm.engine.impl.persistence.deploy.DeleteDeploymentFailListener;
import org.camunda.bpm.engine.impl.persistence.deploy.DeploymentFailListener;

/**
 * Tells the engine's listeners how a transaction ends, except those that would begin another while it ends, which the
 * container refuses to return from: after a repeating timer failed, the vendor makes its next timer in a new
 * transaction from within the rollback; without it the next timer comes with a retry that succeeds. After a deployment
 * was not made, or not deleted, it corrects a list of this node's deployments, which we do not go by.
 */
final class ContainerTransactionContext extends JakartaTransactionContext {

    ContainerTransactionContext(TransactionManager manager) {
        super(manager);
    }

    @Override
    protected void addTransactionListener(TransactionState state, TransactionListener listener, CommandContext commands)
            throws Exception {
        boolean begins = listener instanceof RepeatingFailedJobListener
                || listener instanceof DeploymentFailListener
                || listener instanceof DeleteDeploymentFailListener;
        if (!begins) super.addTransactionListener(state, listener, commands);
    }
}
