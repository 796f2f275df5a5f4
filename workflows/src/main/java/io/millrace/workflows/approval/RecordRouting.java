package io.millrace.workflows.approval;

import io.millrace.approval.GateName;
import io.millrace.bpmn.PurchaseApproval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the approval which gates the routing table asked for. */
@Named
@ApplicationScoped
public class RecordRouting implements JavaDelegate {

    @Inject
    io.millrace.approval.RecordRouting recordRouting;

    @Override
    public void execute(DelegateExecution process) {
        Set<GateName> needed = EnumSet.noneOf(GateName.class);
        PurchaseApproval.NEEDED_BY_GATE.forEach((gate, variable) -> {
            if (Boolean.TRUE.equals(process.getVariable(variable))) needed.add(GateName.ofWireName(gate));
        });
        recordRouting.record(UUID.fromString(process.getProcessBusinessKey()), needed);
    }
}
