package io.millrace.workflows;

import io.millrace.harness.Room;
import io.millrace.harness.TestDatabase;
import io.millrace.identity.AddMember;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.workflows.engine.EngineSchemaMigration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A room whose database has the engine's tables, and what tests of the engine do in it. */
public final class EngineRoom {

    private EngineRoom() {}

    public static Room with(Class<?>... beans) {
        return Room.with(beans).on(() -> TestDatabase.fresh("engine", EngineRoom::migrate));
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

    public static Member member(Room room, UUID tenant, String name, Role role, DecidingGroup... groups) {
        return room.inside(
                tenant,
                () -> room.get(AddMember.class)
                        .add(
                                name.toLowerCase(java.util.Locale.ROOT) + "-" + tenant + "@engine.test",
                                name,
                                "let-the-wheel-turn",
                                Set.of(role),
                                Set.of(groups))
                        .asMember());
    }

    /** In a transaction of the member's own, as a request would. */
    public static <T extends @Nullable Object> T as(Room room, Member member, Callable<T> work) {
        return room.get(CurrentMember.class).call(member, () -> room.inside(member.tenantId(), work));
    }
}
