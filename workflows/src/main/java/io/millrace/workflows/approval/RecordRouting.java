package io.millrace.workflows.approval;

import io.millrace.Words;
import io.millrace.approval.GateName;
import io.millrace.bpmn.PurchaseApproval;
import io.millrace.workflows.catalogue.Catalogued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the approval which gates the routing table asked for. */
@Words("Tells the request that the process is about which gates it needs. It is a step of purchase-approval, for a"
        + " version of your own.")
@Catalogued(takes = RecordRouting.Needed.class, from = Catalogued.Source.VARIABLES, joins = true)
@Named
@ApplicationScoped
public class RecordRouting implements JavaDelegate {

    /** As {@link PurchaseApproval} names them. */
    record Needed(
            @Words("whether the manager is asked") boolean managerNeeded,
            @Words("whether Revenue Assurance is asked") boolean revenueAssuranceNeeded,
            @Words("whether the CEO is asked") boolean ceoNeeded,
            @Words("whether the owner is asked") boolean ownerNeeded) {}

    @Inject
    GateOf gateOf;

    @Inject
    io.millrace.approval.RecordRouting recordRouting;

    @Override
    public void execute(DelegateExecution process) {
        Set<GateName> needed = EnumSet.noneOf(GateName.class);
        PurchaseApproval.NEEDED_BY_GATE.forEach((gate, variable) -> {
            if (Boolean.TRUE.equals(process.getVariable(variable))) needed.add(GateName.ofWireName(gate));
        });
        recordRouting.record(gateOf.approval(process), needed);
    }
}
