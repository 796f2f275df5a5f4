package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
import io.millrace.harness.Meeting;
import io.millrace.harness.Room;
import io.millrace.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EnterTenantIT {

    @RegisterExtension
    static final Room room = Room.with();

    private static int number;

    private String slug;
    private UUID acme;
    private Member ops;

    @BeforeEach
    void an_operator() {
        slug = "visited-" + ++number;
        acme = room.tenant(slug);
        ops = room.member(TenantScope.PLATFORM, "Ops", Role.OPERATOR);
    }

    @Test
    void an_operator_who_enters_a_tenant_leaves_a_line_in_its_trail() {
        Member inside = enter(ops);

        assertThat(inside.tenantId()).isEqualTo(acme);
        assertThat(visits()).containsExactly("tenant.entered " + ops.id());
        assertThatThrownBy(() -> room.get(EnterTenant.class).enter(ops, "nowhere"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void one_line_stands_for_all_that_they_do_there_within_an_hour() {
        enter(ops);
        enter(ops);
        assertThat(visits()).hasSize(1);

        room.database().run("UPDATE audit_entry SET at = at - interval '1 hour' WHERE tenant_id = '" + acme + "'");
        enter(ops);
        enter(ops);

        assertThat(visits()).hasSize(2);
    }

    @Test
    void each_operator_leaves_a_line_of_their_own() {
        Member other = room.member(TenantScope.PLATFORM, "Opal", Role.OPERATOR);

        enter(ops);
        enter(other);

        assertThat(visits()).containsExactly("tenant.entered " + ops.id(), "tenant.entered " + other.id());
    }

    @Test
    void two_requests_at_the_same_moment_leave_one_line() {
        Meeting.of(
                room.database(),
                pause -> room.inside(acme, () -> {
                    room.get(RecordVisit.class).of(ops);
                    pause.run();
                }),
                () -> enter(ops));

        assertThat(visits()).hasSize(1);
    }

    @Test
    void an_administrator_is_no_operator() {
        Member max = room.member(acme, "Max", Role.ADMIN);

        assertThatThrownBy(() -> enter(max)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> room.get(EnterTenant.class).enter(max, "nowhere"))
                .isInstanceOf(NotAllowed.class);
        assertThat(visits()).isEmpty();
    }

    private Member enter(Member who) {
        return room.get(EnterTenant.class).enter(who, slug);
    }

    private List<String> visits() {
        return room.database()
                .texts("SELECT action || ' ' || actor_id FROM audit_entry WHERE tenant_id = '" + acme
                        + "' ORDER BY id");
    }
}
