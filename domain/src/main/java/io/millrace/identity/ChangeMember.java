package io.millrace.identity;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Suspends a member, lets one in again, or changes the groups they decide in. */
@ApplicationScoped
public class ChangeMember {

    @Inject
    Memberships memberships;

    @Inject
    Authorizer authorizer;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @param state null leaves it as it is
     * @param groups null leaves them as they are
     * @return the member as it is then; what changes nothing is no change, and nobody hears of it
     */
    @Transactional
    public Membership change(UUID id, Membership.@Nullable State state, @Nullable Set<DecidingGroup> groups) {
        Member by = authorizer.require(Permission.MEMBER_MANAGE);
        memberships.aboutToChange(); // or two owners suspend each other, and people are asked who are leaving
        Membership membership = memberships.require(id);
        if (membership.isAlready(state, groups)) return membership;
        String before = describe(membership);
        if (state == Membership.State.SUSPENDED) {
            membership.suspend(isLastOwner(membership));
            sessions.closeAllOf(id);
        }
        if (state == Membership.State.ACTIVE) membership.activate();
        if (groups != null) membership.decideIn(groups);
        audit.record(new AuditEntry(clock.instant(), "member.changed", "membership", id, by.id())
                .moved(before, describe(membership)));
        outbox.add(new MemberChanged(
                id,
                membership.state().name().toLowerCase(java.util.Locale.ROOT),
                membership.groups().stream()
                        .map(DecidingGroup::wireName)
                        .sorted()
                        .toList(),
                by.id()));
        return membership;
    }

    private boolean isLastOwner(Membership membership) {
        return memberships.activeWith(Role.OWNER).stream().allMatch(m -> m.id().equals(membership.id()));
    }

    private static String describe(Membership membership) {
        Set<String> groups = new TreeSet<>();
        membership.groups().forEach(g -> groups.add(g.wireName()));
        return membership.state() + " " + groups;
    }
}
