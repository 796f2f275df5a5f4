package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the password of whoever has an address is compared with; the comparing takes no connection then. */
@ApplicationScoped
class FindCredentials {

    @Inject
    Memberships memberships;

    /** @param passwordHash null when there is none yet */
    record Credentials(
            Member member, boolean active, @Nullable String passwordHash) {}

    @Transactional
    Optional<Credentials> of(String email) {
        return memberships
                .findByEmail(email)
                .map(found -> new Credentials(
                        found.asMember(), found.isActive(), found.person().passwordHash()));
    }
}
