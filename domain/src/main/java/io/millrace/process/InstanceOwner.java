package io.millrace.process;

/** Somebody whose own business runs as an instance of a process, and must not go on without it. */
public interface InstanceOwner {

    /** Told of every instance before its first step, in the transaction that begins it. */
    void began(ProcessInstance instance);

    /**
     * Ends the business, and with it the instance, if it is theirs.
     *
     * @return false when the instance is none of theirs, or the business has ended already
     */
    boolean cancel(ProcessInstance instance, String reason);
}
