package io.millrace.identity;

import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lets a member in with a password, whichever door they knock at. */
@ApplicationScoped
public class SignIn {

    @Inject
    Tenants tenants;

    @Inject
    SignInQueues queues;

    @Inject
    SignInAttempts attempts;

    @Inject
    FindCredentials findCredentials;

    /**
     * @param tenant the tenant's slug
     * @param from the client's network address
     * @throws WrongCredentials whatever is wrong; @throws TooManyAttempts after repeated failures
     */
    public Member signIn(String tenant, String email, String password, String from) {
        SignInAttempt attempt = SignInAttempt.of(tenant, email, from);
        try (SignInQueues.Place place = queues.join(attempt)) {
            counting(() -> attempts.refuseIfUsedUp(attempt, place));
            place.awaitTurn();
            counting(() -> attempts.begin(attempt));
            return look(attempt, tenant, email, password);
        }
    }

    private Member look(SignInAttempt attempt, String slug, String email, String password) {
        Optional<Tenant> tenant = tenants.findBySlug(slug);
        Optional<FindCredentials.Credentials> stored =
                tenant.flatMap(found -> TenantScope.call(found.id(), () -> findCredentials.of(email)));
        String hash = stored.map(FindCredentials.Credentials::passwordHash).orElse(null);
        if (!Passwords.matches(password, hash)) throw new WrongCredentials();
        if (tenant.filter(Tenant::isOpen).isEmpty()
                || stored.filter(FindCredentials.Credentials::active).isEmpty()) {
            // Who is suspended hears no more than a stranger, but has guessed at nothing.
            counting(() -> attempts.giveBack(attempt));
            throw new WrongCredentials();
        }
        counting(() -> attempts.succeeded(attempt));
        return stored.orElseThrow().member();
    }

    private static void counting(Runnable count) {
        TenantScope.run(TenantScope.PLATFORM, count);
    }
}
