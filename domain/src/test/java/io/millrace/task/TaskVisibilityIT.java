package io.millrace.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Ids;
import io.millrace.harness.Room;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rule for one task and the rule for a list of them are written twice; they must stay one rule. */
class TaskVisibilityIT {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @RegisterExtension
    static final Room room = Room.with();

    private final Random random = new Random(3);

    @Test
    void a_list_holds_exactly_the_tasks_that_the_member_could_open() {
        UUID acme = room.tenant("acme");
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            members.add(member(acme));
        }
        room.inside(acme, () -> {
            for (int i = 0; i < 100; i++) {
                room.get(TaskProjection.class).created(task(members));
            }
        });

        int seen = 0;
        for (Member member : members) {
            List<UUID> listed = room.inside(acme, () -> listedFor(member));
            assertThat(listed)
                    .as("%s", member)
                    .containsExactlyInAnyOrderElementsOf(room.inside(acme, () -> visibleTo(member)));
            seen += listed.size();
        }
        assertThat(seen).isBetween(50, 6 * 100 - 1);
    }

    private static List<UUID> listedFor(Member member) {
        Tasks.Filter everything = new Tasks.Filter(null, null, null, null, null);
        return room.get(Tasks.class).page(member, everything, null, 200).items().stream()
                .map(Task::id)
                .toList();
    }

    private static List<UUID> visibleTo(Member member) {
        return room.get(EntityManager.class)
                .createQuery("SELECT t FROM Task t", Task.class)
                .getResultStream()
                .filter(task -> task.isVisibleTo(member))
                .map(Task::id)
                .toList();
    }

    private Member member(UUID tenant) {
        Set<DecidingGroup> groups = EnumSet.noneOf(DecidingGroup.class);
        for (DecidingGroup group : DecidingGroup.values()) {
            if (group.isAssignable() && random.nextInt(3) == 0) groups.add(group);
        }
        return room.member(tenant, "M", Role.MEMBER, groups.toArray(DecidingGroup[]::new));
    }

    private TaskProjection.Facts task(List<Member> members) {
        DecidingGroup group = DecidingGroup.values()[random.nextInt(DecidingGroup.values().length)];
        @Nullable
        UUID assignee = random.nextInt(3) > 0
                ? null
                : members.get(random.nextInt(members.size())).id();
        return new TaskProjection.Facts(
                Ids.next(),
                "Decide",
                "approval-gate",
                Ids.next(),
                null,
                "decide",
                random.nextInt(4) == 0 ? null : group.wireName(),
                assignee,
                null,
                null,
                NOON);
    }
}
