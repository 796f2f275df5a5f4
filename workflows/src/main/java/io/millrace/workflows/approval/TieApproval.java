package io.millrace.workflows.approval;

import io.millrace.TextRule;
import io.millrace.approval.Approval;
import io.millrace.approval.Approvals;
import io.millrace.approval.RecallApproval;
import io.millrace.bpmn.PurchaseApproval;
import io.millrace.process.InstanceOwner;
import io.millrace.process.ProcessInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Ties an approval and the run of its process to each other, from the first step to a cancelled end. */
@ApplicationScoped
public class TieApproval implements InstanceOwner {

    @Inject
    Approvals approvals;

    @Inject
    RecallApproval recallApproval;

    /** Which one it is, is clear: the approval is made in the same transaction, so that no other could begin before. */
    @Override
    public void began(ProcessInstance instance) {
        if (instance.calledBy() != null) return;
        about(instance).ifPresent(approval -> approval.carriedBy(instance.id()));
    }

    @Override
    public boolean cancel(ProcessInstance instance, String reason) {
        return about(instance)
                .filter(approval -> instance.id().equals(approval.instanceId()))
                .map(approval -> recallApproval.withdraw(approval.id(), reason))
                .orElse(false);
    }

    private Optional<Approval> about(ProcessInstance instance) {
        String subject = instance.businessKey();
        if (!instance.processKey().equals(PurchaseApproval.KEY)) return Optional.empty();
        if (subject == null || !TextRule.isUuid(subject)) return Optional.empty();
        return approvals.find(UUID.fromString(subject));
    }
}
