package io.millrace.workflows.identity;

import io.millrace.workflows.identity.Pages.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The deciding groups and the one of everybody, by id or by who is in them. */
final class DecidingGroupQuery extends GroupQueryImpl {

    private final transient MembersAsUsers people;

    DecidingGroupQuery(MembersAsUsers people, @Nullable CommandExecutor commands) {
        super(commands);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        return Window.of(page).cut(matching()).map(MembersAsUsers::asGroup).toList();
    }

    private Stream<String> matching() {
        if (Stream.of(name, nameLike, type, procDefId, tenantId).anyMatch(asked -> asked != null)) {
            return Stream.empty(); // a filter that we do not know must not widen the answer
        }
        List<String> candidates = userId == null
                ? MembersAsUsers.allGroups()
                : people.member(userId)
                        .map(member -> MembersAsUsers.groupsOf(member.groups()))
                        .orElse(List.of());
        return candidates.stream()
                .filter(group -> id == null || id.equals(group))
                .filter(group -> ids == null || Arrays.asList(ids).contains(group));
    }
}
