package io.millrace.workflows.identity;

import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** Answers the engine's questions about people, one engine command long. */
final class MemberDirectory implements ReadOnlyIdentityProvider {

    private final MembersAsUsers people;

    MemberDirectory(MembersAsUsers people) {
        this.people = people;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return people.member(userId).map(MembersAsUsers::asUser).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new MemberQuery(people, commands());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new MemberQuery(people, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new UnsupportedOperationException("people are not in the engine's tables");
    }

    /** Never: whoever signs in does so with us, and comes to the engine signed in. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return MembersAsUsers.allGroups().contains(groupId) ? MembersAsUsers.asGroup(groupId) : null;
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new DecidingGroupQuery(people, commands());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new DecidingGroupQuery(people, null);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return people.tenant(tenantId).orElse(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new BoundTenantQuery(people, commands());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new BoundTenantQuery(people, null);
    }

    @Override
    public void flush() {} // nothing is written here

    @Override
    public void close() {} // nothing is held open here

    private static CommandExecutor commands() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
