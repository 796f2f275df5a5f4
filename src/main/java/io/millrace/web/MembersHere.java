package io.millrace.web;

import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Reads names of members of the bound tenant as they are now. */
@ApplicationScoped
public class MembersHere {

    @Inject
    Memberships memberships;

    /** What to call the member, suspended or not; empty for whoever never was one. */
    @Transactional
    public Optional<String> nameOf(UUID id) {
        return memberships.find(id).map(membership -> membership.person().name());
    }
}
