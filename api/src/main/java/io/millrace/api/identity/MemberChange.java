package io.millrace.api.identity;

import io.millrace.api.json.MergePatch;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to change about a member. */
@MergePatch
record MemberChange(
        Membership.@Nullable State state, @Nullable List<AssignableGroup> groups) {

    /** Null leaves them as they are. */
    @Nullable
    Set<DecidingGroup> wantedGroups() {
        return groups == null
                ? null
                : groups.stream().map(AssignableGroup::group).collect(Collectors.toUnmodifiableSet());
    }
}
