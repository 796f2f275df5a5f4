package io.millrace.bench;

import io.millrace.harness.TestDatabase;

/** An engine on one node or several, which runs chains of asynchronous steps. */
interface Nodes extends AutoCloseable {

    /** On the same database, taking part in the same work. */
    void addNode();

    /** Makes ready what {@link #begin} begins: so many chains at once. */
    void prepare(int chains);

    void begin();

    TestDatabase database();

    /** Where the engine's tables are. */
    String schema();

    /** How many jobs the nodes have taken so far. */
    long taken();

    /** How many they wanted, and another was quicker. */
    long lost();

    @Override
    void close();
}
