package io.millrace.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Ids;
import io.millrace.harness.Meeting;
import io.millrace.harness.Room;
import io.millrace.identity.Role;
import io.millrace.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail in the ledger: made once per cause and recipient, settled once. */
class EmailMessagesIT {

    @RegisterExtension
    static final Room room = Room.with();

    private final UUID cause = Ids.next();
    private UUID acme = new UUID(0, 0);
    private UUID max = new UUID(0, 0);

    @BeforeEach
    void a_tenant_with_a_manager() {
        acme = room.anotherTenant("acme");
        max = room.member(acme, "max", Role.MANAGER).id();
    }

    @Test
    void of_two_queued_at_the_same_moment_for_one_cause_one_is_made() {
        assertThatThrownBy(() -> Meeting.of(
                        room.database(),
                        pause -> room.inside(acme, () -> {
                            queue();
                            assertThat(isQueued()).isTrue(); // which writes it
                            pause.run();
                        }),
                        () -> room.inside(acme, this::queue)))
                .rootCause()
                .hasMessageContaining("duplicate key");

        room.inside(acme, this::queue);
        assertThat(mails()).hasSize(1);
        assertThat(UUID.fromString(mails().get(0)).version()).isEqualTo(7);
    }

    @Test
    void a_skipped_mail_says_why_and_stays_skipped() {
        room.inside(acme, this::queue);
        UUID mail = UUID.fromString(mails().get(0));

        TenantScope.run(acme, () -> room.get(RecordEmail.class).skipped(mail, "the gate is shut", Ids.next()));
        TenantScope.run(acme, () -> room.get(RecordEmail.class).sent(mail));

        assertThat(room.database().texts("SELECT state || ': ' || reason FROM email_message WHERE id = '" + mail + "'"))
                .containsExactly("SKIPPED: the gate is shut");
        assertThat(room.database().texts("SELECT type FROM event WHERE subject = '" + mail + "' ORDER BY seq"))
                .containsExactly("message.queued", "message.skipped");
    }

    private void queue() {
        room.get(QueueEmail.class).queue(cause, "approval-closed", max, Map.of());
    }

    private boolean isQueued() {
        return room.get(EmailMessages.class).isQueued(cause, "approval-closed", max);
    }

    private List<String> mails() {
        return room.database().texts("SELECT id FROM email_message WHERE cause_id = '" + cause + "'");
    }
}
