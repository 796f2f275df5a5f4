package io.millrace.process;

/** The engine's process instances of the bound tenant, as a port; every call runs in the caller's transaction. */
public interface InstanceStore {

    /** Empty lists when the engine has forgotten the instance, whose time is over. */
    InstanceDetails details(ProcessInstance instance);

    /**
     * Has whatever failed in the instance, and in what it called, tried once more.
     *
     * @return how many; what fails again is an incident again
     */
    int retry(ProcessInstance instance);

    /** Ends it wherever it stands, with what it called. @throws InstanceEnded when it has ended meanwhile */
    void cancel(ProcessInstance instance, String reason);
}
