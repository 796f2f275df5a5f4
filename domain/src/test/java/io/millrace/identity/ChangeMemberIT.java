package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Meeting;
import io.millrace.harness.Room;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangeMemberIT {

    @RegisterExtension
    static final Room room = Room.with();

    @Test
    void two_owners_who_suspend_each_other_at_the_same_moment_leave_one() {
        UUID tenant = room.anotherTenant("acme");
        Member olga = room.member(tenant, "Olga", Role.OWNER);
        Member carl = room.member(tenant, "Carl", Role.OWNER);

        assertThatThrownBy(() -> Meeting.of(
                        room.database(),
                        pause -> room.as(olga, () -> {
                            suspend(carl);
                            pause.run();
                        }),
                        () -> room.as(carl, () -> suspend(olga))))
                .isInstanceOf(LastOwner.class);
        assertThat(room.database()
                        .texts("SELECT id FROM membership WHERE state = 'ACTIVE' AND tenant_id = '" + tenant + "'"))
                .containsExactly(olga.id().toString());
    }

    @Test
    void nobody_hears_of_a_change_that_changes_nothing() {
        UUID tenant = room.anotherTenant("acme");
        Member ann = room.member(tenant, "Ann", Role.OWNER);

        room.as(ann, () -> room.get(ChangeMember.class).change(ann.id(), Membership.State.ACTIVE, null));
        room.as(ann, () -> room.get(ChangeMember.class).change(ann.id(), null, Set.of()));

        for (String heard : List.of("SELECT type FROM event", "SELECT action FROM audit_entry")) {
            assertThat(room.database().texts(heard + " WHERE tenant_id = '" + tenant + "'"))
                    .noneMatch(what -> what.startsWith("member."));
        }
    }

    @Test
    void a_device_that_renews_while_its_member_is_suspended_is_signed_out() {
        UUID tenant = room.anotherTenant("acme");
        Member olga = room.member(tenant, "Olga", Role.OWNER);
        Member ann = room.member(tenant, "Ann", Role.MEMBER);
        String token =
                room.inside(tenant, () -> room.get(Sessions.class).open(ann)).refreshToken();
        List<String> renewed = new CopyOnWriteArrayList<>();

        Meeting.of(
                room.database(),
                pause -> room.inside(tenant, () -> {
                    renewed.add(
                            room.get(Sessions.class).renew(token).orElseThrow().refreshToken());
                    pause.run();
                }),
                () -> room.as(olga, () -> suspend(ann)));

        room.as(olga, () -> room.get(ChangeMember.class).change(ann.id(), Membership.State.ACTIVE, null));
        assertThat(room.inside(tenant, () -> room.get(Sessions.class).renew(renewed.get(0))))
                .isEmpty();
    }

    @Test
    void whoever_is_suspended_while_their_password_is_looked_at_does_not_get_in() {
        UUID tenant = room.anotherTenant("acme");
        Member olga = room.member(tenant, "Olga", Role.OWNER);
        Member ann = room.member(tenant, "Ann", Role.MEMBER);

        assertThatThrownBy(() -> Meeting.of(
                        room.database(),
                        pause -> room.as(olga, () -> {
                            suspend(ann);
                            pause.run();
                        }),
                        () -> room.inside(tenant, () -> room.get(Sessions.class).open(ann))))
                .isInstanceOf(WrongCredentials.class);
    }

    private static void suspend(Member member) {
        room.get(ChangeMember.class).change(member.id(), Membership.State.SUSPENDED, null);
    }
}
