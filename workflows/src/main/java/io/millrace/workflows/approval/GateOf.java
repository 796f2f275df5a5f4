package io.millrace.workflows.approval;

import io.millrace.approval.GateName;
import io.millrace.bpmn.ApprovalGate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads which approval and which gate a run of {@code approval-gate} is about. */
final class GateOf {

    private GateOf() {}

    static UUID approval(DelegateExecution process) {
        return UUID.fromString(process.getProcessBusinessKey());
    }

    static GateName name(DelegateExecution process) {
        return GateName.ofWireName((String) process.getVariable(ApprovalGate.GATE));
    }
}
