package io.millrace.workflows.approval;

import io.millrace.TextRule;
import io.millrace.approval.RecallApproval;
import io.millrace.bpmn.PurchaseApproval;
import io.millrace.process.InstanceOwner;
import io.millrace.process.ProcessInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Recalls the approval whose process is to be cancelled. */
@ApplicationScoped
public class CancelApproval implements InstanceOwner {

    @Inject
    RecallApproval recallApproval;

    @Override
    public boolean cancel(ProcessInstance instance, String reason) {
        String subject = instance.businessKey();
        if (!instance.processKey().equals(PurchaseApproval.KEY)) return false;
        if (subject == null || !TextRule.isUuid(subject)) return false;
        return recallApproval.withdraw(UUID.fromString(subject), reason);
    }
}
