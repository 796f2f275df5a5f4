package io.millrace.workflows.identity;

import io.millrace.identity.DecidingGroup;
import io.millrace.workflows.identity.Pages.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The deciding groups, by id or by who is in them. */
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

    private Stream<DecidingGroup> matching() {
        if (Stream.of(name, nameLike, type, procDefId, tenantId).anyMatch(asked -> asked != null)) {
            return Stream.empty(); // a filter that we do not know must not widen the answer
        }
        Set<DecidingGroup> candidates = userId == null
                ? Set.of(DecidingGroup.values())
                : people.member(userId).map(m -> m.groups()).orElse(Set.of());
        return candidates.stream()
                .sorted()
                .filter(g -> id == null || id.equals(g.wireName()))
                .filter(g -> ids == null || Arrays.asList(ids).contains(g.wireName()));
    }
}
