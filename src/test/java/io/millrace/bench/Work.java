package io.millrace.bench;

import java.util.List;

/** One thing that is worth measuring. */
interface Work {

    /** As {@code -Dbench=} takes it. */
    String name();

    /** Brings up what it needs, and takes it down again. */
    List<Row> measure();
}
