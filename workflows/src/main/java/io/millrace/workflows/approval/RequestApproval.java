package io.millrace.workflows.approval;

import io.millrace.Money;
import io.millrace.Words;
import io.millrace.approval.RequestApproval.Wanted;
import io.millrace.bpmn.PurchaseApproval;
import io.millrace.catalogue.UnfitInput;
import io.millrace.outbox.StopLoops;
import io.millrace.workflows.catalogue.Catalogued;
import io.millrace.workflows.catalogue.InputRule;
import io.millrace.workflows.catalogue.Inputs;
import io.millrace.workflows.catalogue.Outputs;
import io.millrace.workflows.catalogue.Takes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** Asks for a purchase on behalf of a member. */
@Words("Asks for the approval of a purchase on behalf of a member. The answer comes later, as one of the messages"
        + " approval.completed, approval.rejected, approval.returned and approval.recalled about the new request.")
@Catalogued(takes = RequestApproval.Input.class, gives = RequestApproval.Output.class)
@Named
@ApplicationScoped
public class RequestApproval implements JavaDelegate {

    /** As models give it. */
    record Input(
            @Words("what is asked, in one line") @Takes(InputRule.LINE)
            String title,

            @Words("why") @Takes(InputRule.TEXT) @Nullable String reason,

            @Words("how much, in cents") @Takes(InputRule.SUM)
            Long amount,

            @Words("ISO 4217; EUR unless given") @Takes(InputRule.CURRENCY) @Nullable
            String currency,

            @Words("the id of the active member who asks") @Takes(InputRule.MEMBER)
            String requester) {}

    /** As models get it. */
    record Output(
            @Words("the new request, which the messages about it are about")
            String approvalId) {}

    @Inject
    io.millrace.approval.RequestApproval requestApproval;

    @Inject
    StopLoops stopLoops;

    @Override
    public void execute(DelegateExecution process) {
        Input input = Inputs.read(process, Input.class);
        stopLoops.requireEnd();
        Wanted wanted = new Wanted(PurchaseApproval.PURCHASE, input.title(), money(input), input.reason(), null);
        UUID approval = requestApproval
                .requestFor(UUID.fromString(input.requester()), wanted)
                .id();
        Outputs.write(process, new Output(approval.toString()));
    }

    private static Money money(Input input) {
        try {
            return Money.of(input.amount(), input.currency() == null ? "EUR" : input.currency());
        } catch (IllegalArgumentException unknown) {
            throw new UnfitInput("currency", "must be an ISO 4217 code, such as EUR");
        }
    }
}
