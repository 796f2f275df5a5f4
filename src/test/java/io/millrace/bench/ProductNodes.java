package io.millrace.bench;

import io.millrace.harness.TestDatabase;

/** Nodes of the product, whose analyst has deployed the chains. */
final class ProductNodes implements Nodes {

    private static final String JOBS = "millrace_engine_acquired_jobs";

    private final Installation nodes = Installation.started("steps");

    ProductNodes() {
        nodes.deploy(shared -> BenchModels.chain());
    }

    @Override
    public void addNode() {
        nodes.addNode("steps-second");
    }

    @Override
    public void prepare(int chains) {
        nodes.deploy(shared -> BenchModels.withChains(shared, chains));
    }

    @Override
    public void begin() {
        nodes.requester().ask();
    }

    @Override
    public TestDatabase database() {
        return nodes.database();
    }

    @Override
    public String schema() {
        return "camunda";
    }

    @Override
    public long taken() {
        return nodes.metric(JOBS, "result=\"taken\"");
    }

    @Override
    public long lost() {
        return nodes.metric(JOBS, "result=\"lost\"");
    }

    @Override
    public void close() {
        nodes.close();
    }
}
