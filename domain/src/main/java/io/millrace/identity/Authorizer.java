package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The one place that answers "may the acting member do this?", for every door. */
@ApplicationScoped
public class Authorizer {

    @Inject
    CurrentMember currentMember;

    /** @throws NotSignedIn when nobody acts; @throws NotAllowed when the member lacks it */
    public Member require(Permission permission) {
        Member member = currentMember.get();
        if (!member.may(permission)) throw new NotAllowed(permission);
        return member;
    }
}
