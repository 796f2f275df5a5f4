package io.millrace.workflows.engine;

import jakarta.transaction.TransactionManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** An engine whose commands join the container's transactions, or run in new ones that the container begins. */
final class ContainerEngineConfiguration extends JakartaTransactionProcessEngineConfiguration {

    private final Transactions transactions;
    private final NumberedModels numberedModels;

    /** @param manager only to hear how a transaction ends */
    ContainerEngineConfiguration(
            DataSource dataSource,
            TransactionManager manager,
            Transactions transactions,
            NumberedModels numberedModels) {
        this.transactions = transactions;
        this.numberedModels = numberedModels;
        setDataSource(dataSource);
        setTransactionManager(manager);
        setTransactionsExternallyManaged(true);
        setTransactionContextFactory(commands -> new ContainerTransactionContext(manager));
    }

    @Override
    protected CommandInterceptor createTransactionInterceptor(boolean requiresNew) {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                try {
                    return requiresNew
                            ? transactions.ofItsOwn(() -> next.execute(command))
                            : transactions.joined(() -> next.execute(command));
                } catch (ProcessEngineException | NullPointerException e) {
                    throw Races.named(e);
                }
            }
        };
    }

    /** In a transaction like all others: the tables are made by migrations, so nothing here needs to be outside. */
    @Override
    protected void initCommandExecutorDbSchemaOperations() {
        commandExecutorSchemaOperations = commandExecutorTxRequired;
    }

    @Override
    protected BpmnDeployer getBpmnDeployer() {
        return numberedModels.processes(super.getBpmnDeployer());
    }

    @Override
    protected DecisionDefinitionDeployer getDecisionDefinitionDeployer() {
        return numberedModels.decisions(super.getDecisionDefinitionDeployer());
    }
}
