package io.millrace.approval;

import io.millrace.Ids;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Builds members for tests that need no database. */
public final class MemberBuilder {

    private static final UUID ACME = Ids.next();

    private final String name;
    private final Set<DecidingGroup> groups = EnumSet.noneOf(DecidingGroup.class);

    private MemberBuilder(String name) {
        this.name = name;
    }

    public static MemberBuilder aMember(String name) {
        return new MemberBuilder(name);
    }

    public MemberBuilder decidingAs(DecidingGroup group) {
        groups.add(group);
        return this;
    }

    public Member build() {
        return new Member(Ids.next(), ACME, Ids.next(), name, name + "@acme.test", Set.of(Role.MEMBER), groups);
    }
}
