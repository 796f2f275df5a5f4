package io.millrace.workflows.approval;

import io.millrace.Words;
import io.millrace.approval.Approval;
import io.millrace.approval.Approvals;
import io.millrace.approval.AskDeciders;
import io.millrace.approval.Gate;
import io.millrace.approval.GateName;
import io.millrace.bpmn.ApprovalGate;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Memberships;
import io.millrace.workflows.catalogue.Catalogued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** Opens the next gate, so that its deciders see it and are told, and fills in what their form shows. */
@Words("Opens a gate of the request that the process is about: finds the group that may decide there, tells its members"
        + " and fills in their form. It is a step of approval-gate, for a version of your own.")
@Catalogued(takes = OpenGate.Asked.class, gives = OpenGate.Form.class, from = Catalogued.Source.VARIABLES, joins = true)
@Named
@ApplicationScoped
public class OpenGate implements JavaDelegate {

    /** As {@link ApprovalGate} names them. */
    record Asked(
            @Words("manager, revenue_assurance, ceo or owner")
            String gate) {}

    /** As {@link ApprovalGate} names them. */
    record Form(
            @Words("the group that may decide; null while there is nobody") @Nullable
            String askedGroup,

            @Words("what people call the gate") String gateName,
            @Words("what is asked") @Nullable String requestTitle,
            @Words("why") @Nullable String requestReason,
            @Words("how much, for people") @Nullable String requestAmount,
            @Words("the member who asks") @Nullable String requesterId,
            @Words("how they are called") @Nullable String requesterName,

            @Words("the answers of earlier gates, for people") @Nullable
            String decidedBefore) {}

    // One zone for all, named: the form is the same text for whoever looks at it, wherever they are.
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Inject
    GateOf gateOf;

    @Inject
    AskDeciders askDeciders;

    @Inject
    Approvals approvals;

    @Inject
    Memberships memberships;

    @Override
    public void execute(DelegateExecution process) {
        UUID id = gateOf.approval(process);
        GateName gate = gateOf.name(process);
        boolean again =
                process.hasVariable(ApprovalGate.ASKED_GROUP) && process.getVariable(ApprovalGate.ASKED_GROUP) == null;
        @Nullable
        String group =
                askDeciders.ask(id, gate, again).map(DecidingGroup::wireName).orElse(null);
        process.setVariable(ApprovalGate.ASKED_GROUP, group);
        process.setVariable(ApprovalGate.GATE_NAME, gate.words());
        if (group != null) fillForm(process, approvals.require(id));
    }

    private void fillForm(DelegateExecution process, Approval approval) {
        process.setVariable(ApprovalGate.REQUEST_TITLE, approval.title());
        process.setVariable(ApprovalGate.REQUEST_REASON, approval.reason());
        process.setVariable(ApprovalGate.REQUESTER_ID, approval.requesterId().toString());
        process.setVariable(ApprovalGate.REQUESTER_NAME, nameOf(approval.requesterId()));
        process.setVariable(ApprovalGate.REQUEST_AMOUNT, approval.amount().words());
        process.setVariable(
                ApprovalGate.DECIDED_BEFORE,
                approval.gates().stream()
                        .filter(gate -> gate.decidedBy() != null)
                        .map(this::line)
                        .collect(Collectors.joining("\n")));
    }

    private String line(Gate gate) {
        String said = gate.comment() == null ? "" : ": " + gate.comment();
        return "%s: %s %s (%s)%s"
                .formatted(
                        gate.name().words(),
                        nameOf(gate.decidedBy()),
                        gate.state().wireName(),
                        MINUTE.format(Objects.requireNonNull(gate.decidedAt())),
                        said);
    }

    private String nameOf(@Nullable UUID memberId) {
        if (memberId == null) return "";
        return memberships.find(memberId).map(m -> m.person().name()).orElse("a former member");
    }
}
