package io.millrace.api.approval;

import io.millrace.api.identity.MemberRef;
import io.millrace.approval.Gate;
import io.millrace.approval.GateName;
import io.millrace.approval.GateState;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One role's say in an approval. */
record GateView(
        GateName name,
        GateState state,
        @Nullable MemberRef decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comment) {

    static GateView of(Gate gate, Function<@Nullable UUID, @Nullable MemberRef> names) {
        return new GateView(gate.name(), gate.state(), names.apply(gate.decidedBy()), gate.decidedAt(), gate.comment());
    }
}
