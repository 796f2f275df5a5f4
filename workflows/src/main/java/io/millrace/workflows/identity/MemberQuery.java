package io.millrace.workflows.identity;

import io.millrace.identity.Membership;
import io.millrace.workflows.identity.Pages.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The members of the bound tenant, by id, group or address. */
final class MemberQuery extends UserQueryImpl {

    private final transient MembersAsUsers people;

    MemberQuery(MembersAsUsers people, @Nullable CommandExecutor commands) {
        super(commands);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching().count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        return Window.of(page).cut(matching()).map(MembersAsUsers::asUser).toList();
    }

    private Stream<Membership> matching() {
        Stream<Membership> candidates = id == null ? people.members() : people.member(id).stream();
        return candidates
                .filter(m -> ids == null || Arrays.asList(ids).contains(m.id().toString()))
                .filter(m -> email == null || email.equalsIgnoreCase(m.person().email()))
                .filter(m -> tenantId == null || tenantId.equals(m.tenantId().toString()))
                .filter(m ->
                        groupId == null || MembersAsUsers.groupsOf(m.groups()).contains(groupId))
                .filter(m -> asksNothingElse());
    }

    /** A filter that we do not know must not widen the answer. */
    private boolean asksNothingElse() {
        return Stream.of(firstName, firstNameLike, lastName, lastNameLike, emailLike, procDefId)
                .allMatch(asked -> asked == null);
    }
}
