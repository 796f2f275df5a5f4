package io.millrace.bench;

import io.millrace.harness.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.Metrics;

/**
 * Nodes of the same engine by itself, that run jobs as its maker sets them to; all in this JVM. Each begins its part of
 * the chains: left alone, one that idles would look for the others' jobs after up to a minute only.
 */
final class BareNodes implements Nodes {

    private final TestDatabase database = TestDatabase.empty();
    private final List<ProcessEngine> nodes = new ArrayList<>();

    BareNodes() {
        addNode();
        deploy("bench-chain.bpmn", BenchModels.chain());
    }

    @Override
    public void addNode() {
        nodes.add(BareEngine.on(database)
                .setProcessEngineName("node-" + nodes.size())
                .setJobExecutorActivate(true)
                .buildProcessEngine());
    }

    private void deploy(String name, String model) {
        first().getRepositoryService().createDeployment().addString(name, model).deploy();
    }

    @Override
    public void prepare(int chains) {
        deploy("bench-many.bpmn", BenchModels.manyChains(chains / nodes.size()));
    }

    @Override
    public void begin() {
        nodes.forEach(node -> node.getRuntimeService().startProcessInstanceByKey("bench-many"));
    }

    @Override
    public TestDatabase database() {
        return database;
    }

    @Override
    public String schema() {
        return "public";
    }

    @Override
    public long taken() {
        return counted(Metrics.JOB_ACQUIRED_SUCCESS);
    }

    @Override
    public long lost() {
        return counted(Metrics.JOB_ACQUIRED_FAILURE);
    }

    private long counted(String metric) {
        nodes.forEach(node -> node.getManagementService().reportDbMetricsNow());
        ManagementService management = first().getManagementService();
        return management.createMetricsQuery().name(metric).sum();
    }

    private ProcessEngine first() {
        return nodes.get(0);
    }

    @Override
    public void close() {
        nodes.forEach(ProcessEngine::close);
    }
}
