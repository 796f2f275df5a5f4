package io.millrace.bench;

import io.millrace.harness.TestDatabase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The same engine by itself: no HTTP, no container, no tables but its own, which it makes in a database of its own
 * on the same PostgreSQL. Its process is one user task, with full history.
 */
final class BareEngine implements AutoCloseable {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="approval" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="requested"/>
                <sequenceFlow id="asked" sourceRef="requested" targetRef="decide"/>
                <userTask id="decide"/>
                <sequenceFlow id="decided" sourceRef="decide" targetRef="completed"/>
                <endEvent id="completed"/>
              </process>
            </definitions>""";

    private final ProcessEngine engine;

    BareEngine() {
        engine = on(TestDatabase.empty()).setJobExecutorActivate(false).buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("approval.bpmn", MODEL)
                .deploy();
    }

    /** As its maker sets it, but for the history, which is as the product keeps it. */
    static ProcessEngineConfiguration on(TestDatabase database) {
        return new StandaloneProcessEngineConfiguration()
                // Without the options, which name our schema: there is none.
                .setJdbcUrl(database.url().replaceFirst("\\?.*", ""))
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUsername(TestDatabase.OWNER)
                .setJdbcPassword(database.password())
                .setJdbcMaxActiveConnections(20)
                .setJdbcMaxIdleConnections(20)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    }

    /** From start to end. */
    void oneApproval() {
        String process =
                engine.getRuntimeService().startProcessInstanceByKey("approval").getId();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process)
                .singleResult()
                .getId();
        engine.getTaskService().complete(task);
    }

    @Override
    public void close() {
        engine.close();
    }
}
