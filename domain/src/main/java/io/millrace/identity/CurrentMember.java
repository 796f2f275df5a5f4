package io.millrace.identity;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Says who is acting on this thread, and with what key, which the log and the audit trail note; empty while a job or a
 * timer works for the tenant itself.
 */
@ApplicationScoped
public class CurrentMember {

    /** In the log's context, the id of the key that a program came in with. */
    public static final String KEY = "key";

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

    /** As {@link #call}, for work without a result. */
    public void run(Member member, Runnable work) {
        try (TenantScope.Binding ignored = open(member)) {
            work.run();
        }
    }

    /** For filters that cannot wrap what follows. */
    public TenantScope.Binding open(Member member) {
        Member outer = ACTING.get();
        TenantScope.Binding tenant = TenantScope.open(member.tenantId());
        act(member);
        return () -> {
            act(outer);
            tenant.close();
        };
    }

    private static void act(@Nullable Member member) {
        if (member == null) ACTING.remove();
        else ACTING.set(member);
        if (member == null || member.key() == null) MDC.remove(KEY);
        else MDC.put(KEY, member.key().id().toString());
    }
}
