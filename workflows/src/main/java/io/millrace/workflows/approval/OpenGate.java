package io.millrace.workflows.approval;

import io.millrace.approval.Approval;
import io.millrace.approval.Approvals;
import io.millrace.approval.AskDeciders;
import io.millrace.approval.Gate;
import io.millrace.approval.GateName;
import io.millrace.bpmn.ApprovalGate;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Memberships;
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
@Named
@ApplicationScoped
public class OpenGate implements JavaDelegate {

    // One zone for all, named: the form is the same text for whoever looks at it, wherever they are.
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Inject
    AskDeciders askDeciders;

    @Inject
    Approvals approvals;

    @Inject
    Memberships memberships;

    @Override
    public void execute(DelegateExecution process) {
        UUID id = GateOf.approval(process);
        GateName gate = GateOf.name(process);
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
