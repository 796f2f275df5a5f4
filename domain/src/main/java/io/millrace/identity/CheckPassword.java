package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Compares a password with the one of the active member who has the address. */
@ApplicationScoped
class CheckPassword {

    @Inject
    Memberships memberships;

    @Transactional
    Member check(String email, String password) {
        Optional<Membership> membership = memberships.findByEmail(email).filter(Membership::isActive);
        String hash = membership.map(m -> m.person().passwordHash()).orElse(null);
        if (!Passwords.matches(password, hash)) throw new WrongCredentials();
        return membership.orElseThrow(WrongCredentials::new).asMember();
    }
}
