package io.millrace.workflows.identity;

import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.workflows.engine.Caller;
import io.millrace.workflows.engine.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets the engine work as the acting member, or as the tenant itself where nobody acts. */
@ApplicationScoped
public class ActingMember implements Callers {

    @Inject
    CurrentMember currentMember;

    @Override
    public Caller current() {
        return currentMember.find().map(ActingMember::asCaller).orElseGet(Caller::tenantItself);
    }

    private static Caller asCaller(Member member) {
        return new Caller(member.id().toString(), MembersAsUsers.groupsOf(member.groups()), member.tenantId());
    }
}
