package io.millrace.api.approval;

import io.millrace.api.audit.AuditView;
import io.millrace.api.http.Tagged;
import io.millrace.api.identity.MemberRef;
import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalState;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An approval, where it stands and what each gate said; read alone, with its trail.
 *
 * @param instance the run of the process that it goes through; read alone, by those who may look at instances
 */
record ApprovalView(
        UUID id,
        String type,
        String title,
        MoneyWire amount,
        @Nullable String reason,
        @Nullable UUID originId,
        MemberRef requester,
        ApprovalState state,
        Instant createdAt,
        @Nullable Instant closedAt,
        List<GateView> gates,
        @Nullable UUID instance,
        @Nullable List<AuditView> audit)
        implements Tagged {

    static ApprovalView of(Approval approval, Function<@Nullable UUID, @Nullable MemberRef> names) {
        return new ApprovalView(
                approval.id(),
                approval.type(),
                approval.title(),
                MoneyWire.of(approval.amount()),
                approval.reason(),
                approval.originId(),
                Objects.requireNonNull(names.apply(approval.requesterId())),
                approval.state(),
                approval.createdAt(),
                approval.closedAt(),
                approval.gates().stream().map(gate -> GateView.of(gate, names)).toList(),
                null,
                null);
    }

    ApprovalView with(@Nullable UUID itsInstance, @Nullable List<AuditView> trail) {
        return new ApprovalView(
                id,
                type,
                title,
                amount,
                reason,
                originId,
                requester,
                state,
                createdAt,
                closedAt,
                gates,
                itsInstance,
                trail);
    }

    /** The same with and without what is shown of it alone: the trail grows only when something else changes too. */
    @Override
    public EntityTag tag() {
        return Tagged.tagOf(with(null, null));
    }
}
