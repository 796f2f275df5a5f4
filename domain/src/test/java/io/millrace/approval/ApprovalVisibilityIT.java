package io.millrace.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Money;
import io.millrace.harness.Room;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rule for one approval and the rule for a list of them are written twice; they must stay one rule. */
class ApprovalVisibilityIT {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @RegisterExtension
    static final Room room = Room.with();

    private final Random random = new Random(3);

    @Test
    void a_list_holds_exactly_the_approvals_that_the_member_could_open() {
        UUID acme = room.tenant("acme");
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            members.add(member(acme, i));
        }
        room.inside(acme, () -> {
            for (int i = 0; i < 150; i++) {
                room.get(Approvals.class).add(approval(members));
            }
        });

        int seen = 0;
        for (Member member : members) {
            List<UUID> listed = room.inside(acme, () -> listedFor(member));
            assertThat(listed)
                    .as("%s", member)
                    .containsExactlyInAnyOrderElementsOf(room.inside(acme, () -> visibleTo(member)));
            seen += listed.size();
        }
        assertThat(seen).isBetween(150, 12 * 150 - 1);
    }

    private static List<UUID> listedFor(Member member) {
        Approvals.Filter everything = new Approvals.Filter(null, null, null);
        return room.get(Approvals.class).page(member, everything, null, 200).items().stream()
                .map(Approval::id)
                .toList();
    }

    private static List<UUID> visibleTo(Member member) {
        return room.get(EntityManager.class)
                .createQuery("SELECT a FROM Approval a", Approval.class)
                .getResultStream()
                .filter(approval -> approval.isVisibleTo(member))
                .map(Approval::id)
                .toList();
    }

    private Member member(UUID tenant, int number) {
        Set<DecidingGroup> groups = EnumSet.noneOf(DecidingGroup.class);
        for (DecidingGroup group : DecidingGroup.values()) {
            if (group.isAssignable() && random.nextInt(4) == 0) groups.add(group);
        }
        Role role = number == 0 ? Role.OWNER : number % 3 == 0 ? Role.CLIENT : Role.MEMBER;
        return room.member(tenant, "M", role, groups.toArray(DecidingGroup[]::new));
    }

    /** Somewhere on its way, asked of its own gates' groups or of another group in their place. */
    private Approval approval(List<Member> members) {
        Member requester = members.get(random.nextInt(members.size()));
        Approval approval = new Approval(
                new RequestApproval.Wanted("purchase", "Something", Money.of(100, "EUR"), null, null),
                requester.id(),
                NOON);
        Set<GateName> needed = EnumSet.noneOf(GateName.class);
        for (GateName gate : GateName.values()) {
            if (random.nextBoolean()) needed.add(gate);
        }
        approval.route(needed);
        for (GateName gate : needed) {
            if (random.nextInt(3) == 0) break;
            DecidingGroup asked = DecidingGroup.values()[random.nextInt(DecidingGroup.values().length)];
            approval.open(gate, random.nextBoolean() ? gate.group() : asked, NOON);
            if (random.nextInt(3) == 0) break;
            approval.gate(gate)
                    .decide(
                            Decision.APPROVE,
                            null,
                            members.get(random.nextInt(members.size())).id(),
                            NOON);
        }
        return approval;
    }
}
