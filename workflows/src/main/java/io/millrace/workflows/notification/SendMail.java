package io.millrace.workflows.notification;

import io.millrace.Words;
import io.millrace.notification.SendNotice;
import io.millrace.outbox.StopLoops;
import io.millrace.workflows.catalogue.Catalogued;
import io.millrace.workflows.catalogue.InputRule;
import io.millrace.workflows.catalogue.Inputs;
import io.millrace.workflows.catalogue.Outputs;
import io.millrace.workflows.catalogue.Takes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.jspecify.annotations.Nullable;

/** Mails a plain notice. */
@Words(
        "Mails a plain notice to members, or to an address that the process knows. It waits in line and is sent soon after"
                + " this step.")
@Catalogued(takes = SendMail.Input.class, gives = SendMail.Output.class)
@Named
@ApplicationScoped
public class SendMail implements JavaDelegate {

    /** As models give it. */
    record Input(
            @Words("a group such as manager, role: and a role such as role:analyst, the id of a member, or an address")
            @Takes(InputRule.RECIPIENT)
            String to,

            @Words("what it is about, in one line") @Takes(InputRule.LINE)
            String title,

            @Words("what it says, as plain text") @Takes(InputRule.TEXT)
            String text,

            @Words("where to read on, an address that begins with https://") @Takes(InputRule.LINK) @Nullable
            String link) {}

    /** As models get it. */
    record Output(
            @Words("to how many it goes; 0 when nobody who is meant is there")
            int mailCount) {}

    @Inject
    SendNotice sendNotice;

    @Inject
    StopLoops stopLoops;

    @Override
    public void execute(DelegateExecution process) {
        Input input = Inputs.read(process, Input.class);
        stopLoops.requireEnd();
        SendNotice.Notice notice = new SendNotice.Notice(input.title(), input.text(), input.link());
        Outputs.write(process, new Output(sendNotice.send(waiter(), input.to(), notice)));
    }

    /** The engine's job, which comes again when it is put off; nobody when somebody waits for the answer. */
    private static @Nullable String waiter() {
        JobExecutorContext jobs = Context.getJobExecutorContext();
        return jobs == null || jobs.getCurrentJob() == null
                ? null
                : jobs.getCurrentJob().getId();
    }
}
