package io.millrace.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.UUID;

/** A process that stands at its first gate. */
@ApplicationScoped
public class AsksTheManager implements ApprovalProcess {

    @Inject
    RecordRouting recordRouting;

    @Inject
    AskDeciders askDeciders;

    @Override
    public void start(Approval approval) {
        recordRouting.record(approval.id(), EnumSet.of(GateName.MANAGER));
        askDeciders.ask(approval.id(), GateName.MANAGER, false);
    }

    @Override
    public void askAnew(UUID approvalId) {}

    @Override
    public void cancel(UUID approvalId, String reason) {}
}
