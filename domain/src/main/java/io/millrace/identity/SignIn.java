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

    /**
     * @param tenant the tenant's slug
     * @throws WrongCredentials whatever is wrong; @throws TooManyAttempts after repeated failures
     */
    public Member signIn(String tenant, String email, String password) {
        Tenant found = tenants.findBySlug(tenant).filter(Tenant::isOpen).orElse(null);
        if (found == null) {
            Passwords.matches(password, null);
            throw new WrongCredentials();
        }
        return TenantScope.call(found.id(), () -> {
            attempts.requireFew(email);
            try {
                Member member = checkPassword.check(email, password);
                attempts.forget(email);
                return member;
            } catch (WrongCredentials refused) {
                attempts.count(email);
                throw refused;
            }
        });
    }
}
