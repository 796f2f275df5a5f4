package io.millrace.workflows;

import io.millrace.harness.Room;
import io.millrace.harness.TestDatabase;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.EngineSchemaMigration;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A room in which the engine runs. */
public final class EngineRoom {

    private EngineRoom() {}

    public static Room with(Class<?>... beans) {
        return Room.with(beans)
                .on(() -> TestDatabase.fresh("engine", EngineRoom::migrate))
                .running(
                        room -> room.get(Engine.class).start(),
                        room -> room.get(Engine.class).stop());
    }

    private static void migrate(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.owner())
                .schemas("camunda")
                .locations(new String[0])
                .javaMigrations(new EngineSchemaMigration())
                .placeholders(Map.of("app_role", TestDatabase.APPLICATION))
                .load()
                .migrate();
    }
}
