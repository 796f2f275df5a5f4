package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** Puts a person into the bound tenant, making the person if need be. */
@ApplicationScoped
public class AddMember {

    @Inject
    People people;

    @Inject
    Memberships memberships;

    @Inject
    Clock clock;

    /** Idempotent per address: a member who is there already is answered unchanged. */
    @Transactional
    public Membership add(String email, String name, String password, Set<Role> roles, Set<DecidingGroup> groups) {
        return memberships.findByEmail(email).orElseGet(() -> {
            Person person = people.findByEmail(email).orElseGet(() -> {
                Person made = new Person(email, name, clock.instant());
                made.setPasswordHash(Passwords.hash(password));
                people.add(made);
                return made;
            });
            Membership membership = new Membership(person, roles, groups, clock.instant());
            memberships.add(membership);
            return membership;
        });
    }
}
