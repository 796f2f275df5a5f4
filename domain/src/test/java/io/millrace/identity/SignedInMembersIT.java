package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
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

    @Test
    void an_operator_who_enters_a_tenant_leaves_a_line_in_its_trail() {
        Member ops = room.member(TenantScope.PLATFORM, "Ops", Role.OPERATOR);

        Member inside = room.get(EnterTenant.class).enter(ops, "acme-" + number);

        assertThat(inside.tenantId()).isEqualTo(acme);
        assertThat(room.database()
                        .texts("SELECT action || ' ' || actor_id FROM audit_entry WHERE tenant_id = '" + acme + "'"))
                .containsExactly("tenant.entered " + ops.id());
        assertThatThrownBy(() -> room.get(EnterTenant.class).enter(ops, "nowhere"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_administrator_is_no_operator() {
        assertThatThrownBy(() -> room.get(EnterTenant.class).enter(max, "acme-" + number))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> room.get(EnterTenant.class).enter(max, "nowhere"))
                .isInstanceOf(NotAllowed.class);
    }

    private static Member add(UUID tenant, String email, Set<Role> roles, Set<DecidingGroup> groups) {
        return room.inside(tenant, () -> room.get(AddMember.class).add(email, "Some Body", "let me in", roles, groups))
                .asMember();
    }

    private static Optional<Member> behind(UUID tenant, UUID member, UUID session) {
        return TenantScope.call(tenant, () -> room.get(SignedInMembers.class).find(member, session));
    }
}
