package io.millrace.api.identity;

import io.millrace.api.http.Tagged;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import io.millrace.identity.Role;
import java.util.List;
import java.util.UUID;

/** A member as administrators see them; the groups are those they were put into. */
record MemberView(
        UUID id, String name, String email, Membership.State state, List<Role> roles, List<AssignableGroup> groups)
        implements Tagged {

    static MemberView of(Membership membership) {
        return new MemberView(
                membership.id(),
                membership.person().name(),
                membership.person().email(),
                membership.state(),
                membership.roles().stream().sorted().toList(),
                membership.groups().stream()
                        .filter(DecidingGroup::isAssignable)
                        .map(AssignableGroup::of)
                        .sorted()
                        .toList());
    }
}
