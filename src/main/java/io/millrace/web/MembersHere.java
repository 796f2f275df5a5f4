package io.millrace.web;

import io.millrace.identity.Member;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Reads members of the bound tenant as they are now. */
@ApplicationScoped
public class MembersHere {

    @Inject
    Memberships memberships;

    @Transactional
    public Optional<Member> active(UUID id) {
        return memberships.find(id).filter(Membership::isActive).map(Membership::asMember);
    }

    /** What to call the member, suspended or not; empty for whoever never was one. */
    @Transactional
    public Optional<String> nameOf(UUID id) {
        return memberships.find(id).map(membership -> membership.person().name());
    }
}
