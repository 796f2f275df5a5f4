package io.millrace.workflows.approval;

import io.millrace.approval.DecideGate;
import io.millrace.approval.GateMisdrawn;
import io.millrace.approval.GateName;
import io.millrace.bpmn.ApprovalGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Reads which approval and which gate a step is about, and refuses one that has no business there. */
@ApplicationScoped
public class GateOf {

    @Inject
    DecideGate decideGate;

    /** @throws GateMisdrawn when the step is not in the run that the approval goes through */
    UUID approval(DelegateExecution process) {
        UUID outermost = UUID.fromString(((ExecutionEntity) process).getRootProcessInstanceId());
        return decideGate.requireCarriedBy(process.getProcessBusinessKey(), outermost);
    }

    GateName name(DelegateExecution process) {
        return DecideGate.gate(process.getVariable(ApprovalGate.GATE));
    }
}
