package io.millrace.identity;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says who is acting on this thread; empty while a job or a timer works for the tenant itself. */
@ApplicationScoped
public class CurrentMember {

    private static final ThreadLocal<@Nullable Member> ACTING = new ThreadLocal<>();

    /** @throws NotSignedIn when nobody is */
    public Member get() {
        return find().orElseThrow(NotSignedIn::new);
    }

    public Optional<Member> find() {
        return Optional.ofNullable(ACTING.get());
    }

    /** Binds the member and the member's tenant for as long as the work takes. */
    public <T extends @Nullable Object> T call(Member member, Supplier<T> work) {
        try (TenantScope.Binding ignored = open(member)) {
            return work.get();
        }
    }

    /** For filters that cannot wrap what follows. */
    public TenantScope.Binding open(Member member) {
        Member outer = ACTING.get();
        TenantScope.Binding tenant = TenantScope.open(member.tenantId());
        ACTING.set(member);
        return () -> {
            if (outer == null) ACTING.remove();
            else ACTING.set(outer);
            tenant.close();
        };
    }
}
