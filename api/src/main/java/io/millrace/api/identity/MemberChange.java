package io.millrace.api.identity;

import io.millrace.Refusal.Finding;
import io.millrace.api.json.InvalidBody;
import io.millrace.api.json.MergePatch;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to change about a member. */
@MergePatch
record MemberChange(
        Membership.@Nullable State state, @Nullable List<DecidingGroup> groups) {

    /** Null leaves them as they are. @throws InvalidBody for a group that comes with a role */
    @Nullable
    Set<DecidingGroup> wantedGroups() {
        if (groups == null) return null;
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (!groups.get(i).isAssignable()) {
                findings.add(new Finding("/groups/" + i, "comes with a role and cannot be given"));
            }
        }
        if (!findings.isEmpty()) throw new InvalidBody(findings);
        return Set.copyOf(groups);
    }
}
