package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Meeting;
import io.millrace.harness.Room;
import java.util.UUID;
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

    private static void suspend(Member member) {
        room.get(ChangeMember.class).change(member.id(), Membership.State.SUSPENDED, null);
    }
}
