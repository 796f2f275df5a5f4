package io.millrace.workflows;

import io.millrace.harness.Room;
import io.millrace.harness.TestDatabase;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.EngineSchemaMigration;

/** A room in which the engine runs. */
public final class EngineRoom {

    private EngineRoom() {}

    public static Room with(Class<?>... beans) {
        return Room.with(beans)
                .on(() -> TestDatabase.fresh(
                        "engine", database -> database.migrate("camunda", new EngineSchemaMigration())))
                .running(
                        room -> room.get(Engine.class).start(),
                        room -> room.get(Engine.class).stop());
    }
}
