package io.millrace.web;

import io.millrace.identity.Member;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Reads a member of the bound tenant as they are now. */
@ApplicationScoped
public class ActiveMembers {

    @Inject
    Memberships memberships;

    @Transactional
    public Optional<Member> find(UUID id) {
        return memberships.find(id).filter(Membership::isActive).map(Membership::asMember);
    }
}
