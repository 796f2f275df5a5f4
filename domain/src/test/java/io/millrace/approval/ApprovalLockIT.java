package io.millrace.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Money;
import io.millrace.harness.Room;
import io.millrace.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApprovalLockIT {

    @RegisterExtension
    static final Room room = Room.with();

    @Test
    void whoever_gets_the_lock_sees_what_others_did_since_they_read() {
        UUID acme = room.tenant("acme");
        UUID ann = room.member(acme, "Ann", Role.MEMBER).id();
        UUID id = room.inside(acme, () -> {
            Approval approval = new Approval(
                    new RequestApproval.Wanted("purchase", "A kettle", Money.of(100, "EUR"), null, null),
                    ann,
                    Instant.parse("2027-03-01T12:00:00Z"));
            room.get(Approvals.class).add(approval);
            return approval.id();
        });

        room.inside(acme, () -> {
            Approval read = room.get(Approvals.class).require(id);
            assertThat(read.openGate()).isEmpty();
            room.database().run("UPDATE approval SET state = 'CEO', version = 2 WHERE id = '" + id + "'");
            room.database()
                    .run("UPDATE approval_gate SET state = 'OPEN', version = 2 WHERE name = 'CEO' AND approval_id = '"
                            + id + "'");

            Approval locked = room.get(Approvals.class).requireLocked(id);

            assertThat(locked).isSameAs(read);
            assertThat(locked.state()).isEqualTo(ApprovalState.CEO);
            assertThat(locked.version()).isEqualTo(2);
            assertThat(locked.openGate()).map(Gate::name).contains(GateName.CEO);
        });
    }
}
