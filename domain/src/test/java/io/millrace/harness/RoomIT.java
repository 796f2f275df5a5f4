package io.millrace.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Outbox;
import io.millrace.tenancy.Tenants;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoomIT {

    @RegisterExtension
    static final Room room = Room.with();

    /** A fact of this test. */
    public record RoomOpened(String subject, String words) implements DomainEvent {}

    @Test
    void entities_and_events_of_one_transaction_commit_together() {
        UUID acme = room.tenant("acme");

        room.inside(acme, () -> {
            room.get(AuditTrail.class)
                    .record(new AuditEntry(Instant.EPOCH, "room.opened", "room", acme, null).saying("hello"));
            room.get(Outbox.class).add(new RoomOpened("first", "hello"));
        });

        assertThat(room.database().texts("SELECT comment FROM audit_entry WHERE tenant_id = '" + acme + "'"))
                .containsExactly("hello");
        assertThat(room.database().texts("SELECT data ->> 'words' FROM event WHERE subject = 'first'"))
                .containsExactly("hello");
    }

    @Test
    void nothing_stays_when_the_work_throws() {
        UUID acme = room.tenant("fails");

        assertThatThrownBy(() -> room.inside(acme, () -> {
                    room.get(AuditTrail.class).record(new AuditEntry(Instant.EPOCH, "room.opened", "room", acme, null));
                    room.get(Outbox.class).add(new RoomOpened("second", "hello"));
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(room.database().texts("SELECT id FROM audit_entry WHERE tenant_id = '" + acme + "'"))
                .isEmpty();
        assertThat(room.database().texts("SELECT id FROM event WHERE subject = 'second'"))
                .isEmpty();
    }

    @Test
    void one_tenant_reads_nothing_of_another() {
        UUID mine = room.tenant("mine");
        UUID theirs = room.tenant("theirs");
        room.inside(
                mine,
                () -> room.get(AuditTrail.class)
                        .record(new AuditEntry(Instant.EPOCH, "room.opened", "room", mine, null)));

        assertThat(room.<Integer>inside(
                        mine, () -> room.get(AuditTrail.class).of("room", mine).size()))
                .isEqualTo(1);
        assertThat(room.<Integer>inside(
                        theirs,
                        () -> room.get(AuditTrail.class).of("room", mine).size()))
                .isZero();
    }

    @Test
    void tenants_are_found_without_one_bound() {
        room.tenant("findable");

        assertThat(room.get(Tenants.class).findBySlug("findable")).isPresent();
    }
}
