package io.millrace.approval;

import java.util.UUID;

/** The process that asks the gates in order, as a port; every call runs in the caller's transaction. */
public interface ApprovalProcess {

    /** Starts it and runs it up to the first wait state: afterwards a gate is open or nobody can be asked. */
    void start(Approval approval);

    /**
     * Whether this is the run that the approval goes through, and not another one that says it is about it.
     *
     * @param instance the outermost one
     */
    boolean carries(UUID approvalId, UUID instance);

    /** Takes the open gate's question back, if there is one, and asks anew; nothing happens when it has ended. */
    void askAnew(UUID approvalId);

    /** Ends it wherever it stands; nothing happens when it has ended. */
    void cancel(UUID approvalId, String reason);
}
