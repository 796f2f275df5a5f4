package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MembershipsIT {

    @RegisterExtension
    static final Room room = Room.with();

    private static UUID tenant;
    private static Member max;
    private static Member olga;
    private static Member adam;

    @BeforeAll
    static void people() {
        tenant = room.tenant("initech");
        IntStream.range(0, 5).forEach(n -> add("member-" + n, Role.MEMBER));
        max = add("max", Role.MANAGER, DecidingGroup.MANAGER, DecidingGroup.CEO);
        olga = add("olga", Role.OWNER, DecidingGroup.OWNER);
        adam = add("adam", Role.ADMIN);
        Member gone = add("gone", Role.MANAGER, DecidingGroup.MANAGER);
        here(() -> {
            room.get(Memberships.class).require(gone.id()).suspend(false);
            return gone;
        });
    }

    @Test
    void a_group_is_whoever_is_in_it_and_active() {
        assertThat(in(DecidingGroup.MANAGER)).containsExactly("max");
        assertThat(in(DecidingGroup.CEO)).containsExactly("max");
        assertThat(in(DecidingGroup.REVENUE_ASSURANCE)).isEmpty();
    }

    @Test
    void administrators_are_a_group_by_their_role() {
        assertThat(in(DecidingGroup.ADMINISTRATOR)).containsExactly("olga", "adam");
    }

    @Test
    void the_only_one_in_a_group_leaves_nobody_besides_them() {
        assertThat(isAny(DecidingGroup.MANAGER, olga)).isTrue();
        assertThat(isAny(DecidingGroup.MANAGER, max)).isFalse();
        assertThat(isAny(DecidingGroup.ADMINISTRATOR, adam)).isTrue();
        assertThat(isAny(DecidingGroup.REVENUE_ASSURANCE, max)).isFalse();
    }

    @Test
    void members_come_with_their_roles_and_groups() {
        List<Membership> all = here(() -> room.get(Memberships.class).active());

        assertThat(all).hasSize(8);
        assertThat(all)
                .filteredOn(m -> m.id().equals(max.id()))
                .singleElement()
                .satisfies(
                        m -> assertThat(m.groups()).containsExactlyInAnyOrder(DecidingGroup.MANAGER, DecidingGroup.CEO))
                .satisfies(m -> assertThat(m.roles()).containsExactly(Role.MANAGER));
        assertThat(here(() -> room.get(Memberships.class).activeWith(Role.OWNER)))
                .extracting(Membership::id)
                .containsExactly(olga.id());
    }

    private static List<String> in(DecidingGroup group) {
        return here(() -> room.get(Memberships.class).activeIn(group).stream()
                .map(m -> m.person().name())
                .toList());
    }

    private static boolean isAny(DecidingGroup group, Member besides) {
        return here(() -> room.get(Memberships.class).isAnyActiveIn(group, besides.id()));
    }

    private static Member add(String name, Role role, DecidingGroup... groups) {
        return room.member(tenant, name, role, groups);
    }

    private static <T> T here(java.util.concurrent.Callable<T> work) {
        return room.inside(tenant, work);
    }
}
