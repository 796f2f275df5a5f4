package io.millrace.identity;

import io.millrace.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The one place that answers "may the acting member do this, to that?", for every door. */
@ApplicationScoped
public class Authorizer {

    @Inject
    CurrentMember currentMember;

    /** Whether the member holds the permission, and it reaches this thing. */
    public boolean may(Member member, Permission permission, Guarded thing) {
        return member.may(permission) && thing.isVisibleTo(member);
    }

    /** @throws NotSignedIn when nobody acts; @throws NotAllowed when the member lacks it */
    public Member require(Permission permission) {
        Member member = currentMember.get();
        if (!member.may(permission)) throw new NotAllowed(permission);
        return member;
    }

    /** @throws NotAllowed when the member lacks it; @throws NotFound when this thing is not for them to know */
    public <T extends Guarded> T require(Permission permission, T thing) {
        Member member = require(permission);
        if (!may(member, permission, thing)) throw new NotFound(thing.kind());
        return thing;
    }
}
