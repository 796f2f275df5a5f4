package io.millrace.identity;

import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a member in with a password, whichever door they knock at. */
@ApplicationScoped
public class SignIn {

    @Inject
    Tenants tenants;

    @Inject
    SignInAttempts attempts;

    @Inject
    CheckPassword checkPassword;

    @Inject
    SignInQueues queues;

    /**
     * @param tenant the tenant's slug
     * @param from the client's network address
     * @throws WrongCredentials whatever is wrong; @throws TooManyAttempts after repeated failures
     */
    public Member signIn(String tenant, String email, String password, String from) {
        SignInAttempt attempt = SignInAttempt.of(tenant, email, from);
        try (SignInQueues.Place place = queues.join(attempt)) {
            TenantScope.run(TenantScope.PLATFORM, () -> attempts.refuseIfUsedUp(attempt, place));
            place.awaitTurn();
            TenantScope.run(TenantScope.PLATFORM, () -> attempts.begin(attempt));
            Member member = check(tenant, email, password);
            TenantScope.run(TenantScope.PLATFORM, () -> attempts.succeeded(attempt));
            return member;
        }
    }

    private Member check(String tenant, String email, String password) {
        Tenant found = tenants.findBySlug(tenant).filter(Tenant::isOpen).orElse(null);
        if (found == null) {
            Passwords.matches(password, null);
            throw new WrongCredentials();
        }
        return TenantScope.call(found.id(), () -> checkPassword.check(email, password));
    }
}
