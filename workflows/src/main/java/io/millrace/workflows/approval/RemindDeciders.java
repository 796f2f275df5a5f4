package io.millrace.workflows.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Has the deciders of a gate told again that somebody waits for them. */
@Named
@ApplicationScoped
public class RemindDeciders implements JavaDelegate {

    @Inject
    io.millrace.approval.RemindDeciders remindDeciders;

    @Override
    public void execute(DelegateExecution process) {
        remindDeciders.remind(GateOf.approval(process), GateOf.name(process));
    }
}
