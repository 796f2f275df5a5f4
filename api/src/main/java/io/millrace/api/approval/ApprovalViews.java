package io.millrace.api.approval;

import io.millrace.Page;
import io.millrace.api.audit.AuditView;
import io.millrace.api.identity.MemberNames;
import io.millrace.api.identity.MemberRef;
import io.millrace.approval.Approval;
import io.millrace.approval.Gate;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows approvals, with the names of those who took part. */
@ApplicationScoped
public class ApprovalViews {

    @Inject
    MemberNames memberNames;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentMember currentMember;

    ApprovalView of(Approval approval) {
        return ApprovalView.of(approval, memberNames.of(people(approval)));
    }

    ApprovalView alone(Approval approval) {
        List<AuditEntry> entries = trail.of("approval", approval.id());
        Stream<@Nullable UUID> actors = entries.stream().flatMap(e -> Stream.of(e.actorId(), e.onBehalfOf()));
        Function<@Nullable UUID, @Nullable MemberRef> names = memberNames.of(Stream.concat(people(approval), actors));
        return ApprovalView.of(approval, names)
                .with(
                        instanceOf(approval),
                        entries.stream().map(e -> AuditView.of(e, names)).toList());
    }

    private @Nullable UUID instanceOf(Approval approval) {
        return currentMember.get().may(Permission.PROCESS_READ) ? approval.instanceId() : null;
    }

    Page<ApprovalView> of(Page<Approval> page) {
        Function<@Nullable UUID, @Nullable MemberRef> names =
                memberNames.of(page.items().stream().flatMap(ApprovalViews::people));
        return page.map(approval -> ApprovalView.of(approval, names));
    }

    private static Stream<@Nullable UUID> people(Approval approval) {
        return Stream.concat(
                Stream.of(approval.requesterId()), approval.gates().stream().map(Gate::decidedBy));
    }
}
