package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import io.millrace.tenancy.TenantScope;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignedInMembersIT {

    @RegisterExtension
    static final Room room = Room.with();

    private static int number;

    private UUID acme;
    private Member max;
    private Sessions.Session session;

    @BeforeEach
    void somebody() {
        acme = room.tenant("acme-" + ++number);
        max = add(acme, "max" + number + "@acme.test", Set.of(Role.ADMIN, Role.MEMBER), Set.of(DecidingGroup.MANAGER));
        session = room.inside(acme, () -> room.get(Sessions.class).open(max));
    }

    @Test
    void a_session_stands_for_its_member_with_roles_and_groups() {
        assertThat(behind(acme, max.id(), session.id())).contains(max);
    }

    @Test
    void a_renewed_session_stays_the_same_session() {
        room.inside(acme, () -> room.get(Sessions.class).renew(session.refreshToken()));

        assertThat(behind(acme, max.id(), session.id())).contains(max);
    }

    @Test
    void signing_out_takes_effect_at_once() {
        TenantScope.run(acme, () -> room.get(Sessions.class).close(session.id()));

        assertThat(behind(acme, max.id(), session.id())).isEmpty();
    }

    @Test
    void a_suspension_takes_effect_at_once() {
        room.database().run("UPDATE membership SET state = 'SUSPENDED' WHERE id = '" + max.id() + "'");

        assertThat(behind(acme, max.id(), session.id())).isEmpty();
    }

    @Test
    void nobody_stays_signed_in_to_a_tenant_that_is_not_open() {
        room.database().run("UPDATE tenant SET state = 'SUSPENDED' WHERE id = '" + acme + "'");

        assertThat(behind(acme, max.id(), session.id())).isEmpty();
    }

    @Test
    void a_session_of_one_tenant_or_member_stands_for_no_other() {
        UUID globex = room.anotherTenant("globex");
        Member ann = room.member(acme, "Ann", Role.MEMBER);

        assertThat(behind(globex, max.id(), session.id())).isEmpty();
        assertThat(behind(acme, ann.id(), session.id())).isEmpty();
    }

    private static Member add(UUID tenant, String email, Set<Role> roles, Set<DecidingGroup> groups) {
        return room.inside(tenant, () -> room.get(AddMember.class).add(email, "Some Body", "let me in", roles, groups))
                .asMember();
    }

    private static Optional<Member> behind(UUID tenant, UUID member, UUID session) {
        return TenantScope.call(tenant, () -> room.get(SignedInMembers.class).find(member, session));
    }
}
