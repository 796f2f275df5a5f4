package io.millrace.workflows.engine;

import io.millrace.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * One of our own use cases at work in the engine. The tenant's walls hold for it; the engine's grants do
 * not, because the use case has asked our authorizer already.
 */
public final class Caller extends Authentication {

    public Caller(@Nullable String userId, List<String> groups, UUID tenantId) {
        super(userId, groups, List.of(tenantId.toString()));
    }

    /** The tenant itself: a job or a timer, with no person behind it. */
    public static Caller tenantItself() {
        return new Caller(null, List.of(), TenantScope.current());
    }
}
