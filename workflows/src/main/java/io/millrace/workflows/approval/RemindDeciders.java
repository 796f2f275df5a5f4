package io.millrace.workflows.approval;

import io.millrace.Words;
import io.millrace.workflows.catalogue.Catalogued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Has the deciders of a gate told again that somebody waits for them. */
@Words("Mails those who may decide at the open gate again. It is a step of approval-gate, for a version of your own.")
@Catalogued(takes = OpenGate.Asked.class, from = Catalogued.Source.VARIABLES)
@Named
@ApplicationScoped
public class RemindDeciders implements JavaDelegate {

    @Inject
    GateOf gateOf;

    @Inject
    io.millrace.approval.RemindDeciders remindDeciders;

    @Override
    public void execute(DelegateExecution process) {
        remindDeciders.remind(gateOf.approval(process), gateOf.name(process));
    }
}
