package io.millrace.workflows.engine;

import io.millrace.Ids;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Gives the engine's rows ids from memory. The vendor's default asks the database in a transaction of its
 * own from inside the engine, which corrupts the container's pool under load.
 */
final class EngineIds implements IdGenerator {

    @Override
    public String getNextId() {
        return Ids.next().toString();
    }
}
