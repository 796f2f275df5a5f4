package io.millrace.approval;

import io.millrace.Money;
import io.millrace.harness.Room;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company in which people ask for purchases, with the engine's part played by a manager's gate. */
abstract class WithApprovals {

    @RegisterExtension
    static final Room room = Room.with(AsksTheManager.class);

    UUID acme;
    Member ann;
    Member max;
    Member rita;
    Member olga;

    @BeforeEach
    void people() {
        acme = room.anotherTenant("acme");
        ann = room.member(acme, "ann", Role.MEMBER);
        max = room.member(acme, "max", Role.MANAGER, DecidingGroup.MANAGER);
        rita = room.member(acme, "rita", Role.MEMBER, DecidingGroup.REVENUE_ASSURANCE);
        olga = room.member(acme, "olga", Role.OWNER, DecidingGroup.OWNER);
    }

    Approval request(String currency) {
        return request(currency, null);
    }

    Approval request(String currency, @Nullable UUID origin) {
        return room.get(RequestApproval.class)
                .request(new RequestApproval.Wanted(
                        "purchase", "Two laptops", Money.of(120_000, currency), null, origin));
    }

    static List<String> trail(UUID tenant) {
        return room.database().texts("""
                        SELECT a.action || ' ' || coalesce(a.from_state, '-') || ' ' || a.to_state || ' ' || coalesce(p.name, '-')
                               || coalesce(', asked ' || a.asked_group, '')
                        FROM audit_entry a
                        LEFT JOIN membership m ON m.tenant_id = a.tenant_id AND m.id = a.actor_id
                        LEFT JOIN person p ON p.id = m.person_id
                        WHERE a.tenant_id = '%s' AND a.action LIKE 'approval.%%' ORDER BY a.id""".formatted(tenant));
    }

    List<String> events() {
        return room.database().texts("SELECT type FROM event WHERE tenant_id = '" + acme + "' ORDER BY seq, id");
    }
}
