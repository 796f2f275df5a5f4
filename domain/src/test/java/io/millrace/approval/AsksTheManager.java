package io.millrace.approval;

import static io.millrace.approval.GateName.MANAGER;
import static io.millrace.approval.GateName.REVENUE_ASSURANCE;

import io.millrace.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.UUID;

/** A process that stands at its first gate, the manager's; a larger sum needs a second one besides. */
@ApplicationScoped
public class AsksTheManager implements ApprovalProcess {

    /** What the manager may decide alone. */
    public static final Money SMALL = Money.of(40_000, "EUR");

    @Inject
    RecordRouting recordRouting;

    @Inject
    AskDeciders askDeciders;

    @Override
    public void start(Approval approval) {
        recordRouting.record(
                approval.id(),
                approval.amount().minor() > SMALL.minor()
                        ? EnumSet.of(MANAGER, REVENUE_ASSURANCE)
                        : EnumSet.of(MANAGER));
        askDeciders.ask(approval.id(), MANAGER, false);
    }

    @Override
    public void askAnew(UUID approvalId) {
        throw new UnsupportedOperationException("nobody leaves in these tests");
    }

    @Override
    public void cancel(Approval approval, String reason) {
        // It stands nowhere that it would have to leave.
    }
}
