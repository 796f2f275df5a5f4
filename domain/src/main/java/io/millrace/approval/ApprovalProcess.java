package io.millrace.approval;

import java.util.UUID;

/** The process that asks the gates in order, as a port; every call runs in the caller's transaction. */
public interface ApprovalProcess {

    /** Starts it and runs it up to the first wait state: afterwards a gate is open or nobody can be asked. */
    void start(Approval approval);

    /** Takes the open gate's question back, if there is one, and asks anew; nothing happens when it has ended. */
    void askAnew(UUID approvalId);

    /** Ends the run that carries it, wherever that stands; nothing happens when it has ended. */
    void cancel(Approval approval, String reason);
}
