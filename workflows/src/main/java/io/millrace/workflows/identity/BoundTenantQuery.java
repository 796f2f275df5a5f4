package io.millrace.workflows.identity;

import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.identity.Pages.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The bound tenant and no other, whoever asks for whatever. */
final class BoundTenantQuery extends TenantQueryImpl {

    private final transient MembersAsUsers people;

    BoundTenantQuery(MembersAsUsers people, @Nullable CommandExecutor commands) {
        super(commands);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching().count();
    }

    @Override
    public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
        return Window.of(page).cut(matching()).toList();
    }

    private Stream<Tenant> matching() {
        if (userId != null && people.member(userId).isEmpty()) return Stream.empty();
        if (Stream.of(name, nameLike, groupId).anyMatch(asked -> asked != null)) return Stream.empty();
        return TenantScope.bound().flatMap(bound -> people.tenant(bound.toString())).stream()
                .filter(t -> id == null || id.equals(t.getId()))
                .filter(t -> ids == null || Arrays.asList(ids).contains(t.getId()));
    }
}
