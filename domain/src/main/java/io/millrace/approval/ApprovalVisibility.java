package io.millrace.approval;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who sees an approval: whoever asked, those with a gate of their group, and who may read all. */
final class ApprovalVisibility {

    /** {@link #includes} for a query, of an approval {@code a}. */
    static final String CONDITION = """
            (:all = TRUE OR a.requesterId = :me OR EXISTS (
              SELECT g FROM Gate g WHERE g.approval = a AND (g.decidedBy = :me
                OR (g.state <> io.millrace.approval.GateState.NOT_NEEDED AND (g.askedGroup IN :groups
                  OR g.name IN :gates)))))""";

    private ApprovalVisibility() {}

    static boolean includes(Approval approval, Member member) {
        return member.may(Permission.APPROVAL_READ_ALL)
                || member.id().equals(approval.requesterId())
                || approval.gates().stream()
                        .anyMatch(gate ->
                                member.id().equals(gate.decidedBy()) || (gate.isNeeded() && gate.concerns(member)));
    }

    static <T> TypedQuery<T> bind(TypedQuery<T> query, Member member) {
        return query.setParameter("all", member.may(Permission.APPROVAL_READ_ALL))
                .setParameter("me", member.id())
                .setParameter("groups", orNobody(member.groups()))
                .setParameter("gates", orNobody(gatesOf(member.groups())));
    }

    private static List<GateName> gatesOf(Collection<DecidingGroup> groups) {
        return Stream.of(GateName.values())
                .filter(gate -> groups.contains(gate.group()))
                .toList();
    }

    /** JPQL forbids empty IN lists; null matches nothing. */
    private static <T> List<@Nullable T> orNobody(Collection<T> wanted) {
        List<@Nullable T> list = new ArrayList<>(wanted);
        if (list.isEmpty()) list.add(null);
        return list;
    }
}
