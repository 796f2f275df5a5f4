package io.millrace.workflows.approval;

import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalProcess;
import io.millrace.bpmn.ApprovalGate;
import io.millrace.bpmn.PurchaseApproval;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs an approval as the process {@code purchase-approval}, with the approval's id as business key. */
@ApplicationScoped
public class EngineApprovalProcess implements ApprovalProcess {

    @Inject
    Engine engine;

    @Override
    public void start(Approval approval) {
        engine.startProcess(
                PurchaseApproval.KEY,
                approval.id().toString(),
                Map.of(
                        PurchaseApproval.APPROVAL_TYPE, approval.type(),
                        PurchaseApproval.AMOUNT_MINOR, approval.amount().minor(),
                        PurchaseApproval.CURRENCY, approval.amount().currency().getCurrencyCode(),
                        PurchaseApproval.REQUEST_TITLE, approval.title()));
    }

    @Override
    public void askAnew(UUID approvalId) {
        engine.goBack(
                ApprovalGate.KEY,
                approvalId.toString(),
                List.of(ApprovalGate.DECIDE_REQUEST, ApprovalGate.NEXT_ATTEMPT_DUE),
                ApprovalGate.OPEN_GATE);
    }

    @Override
    public void cancel(Approval approval, String reason) {
        UUID instance = approval.instanceId();
        if (instance != null) engine.endProcess(instance, reason);
    }
}
