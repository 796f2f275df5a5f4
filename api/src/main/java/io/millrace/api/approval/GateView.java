package io.millrace.api.approval;

import io.millrace.api.identity.MemberRef;
import io.millrace.approval.Gate;
import io.millrace.approval.GateName;
import io.millrace.approval.GateState;
import io.millrace.identity.DecidingGroup;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One role's say in an approval.
 *
 * @param askedGroup who may decide, or could until somebody did: the gate's own group, or the one that it was passed on
 *     to; of open and decided gates
 */
record GateView(
        GateName name,
        GateState state,
        @Nullable DecidingGroup askedGroup,
        @Nullable MemberRef decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comment) {

    static GateView of(Gate gate, Function<@Nullable UUID, @Nullable MemberRef> names) {
        boolean isAsked = gate.state() == GateState.OPEN || gate.decidedBy() != null;
        DecidingGroup asked = isAsked ? gate.askedGroup() : null;
        return new GateView(
                gate.name(), gate.state(), asked, names.apply(gate.decidedBy()), gate.decidedAt(), gate.comment());
    }
}
