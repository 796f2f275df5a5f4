package io.millrace.schedule;

import java.util.Map;

/** The engine, as a port, for what is started by the clock; every call runs in the caller's transaction. */
public interface ScheduledProcesses {

    /** Whether the bound tenant has a process under the key that may be started without an event. */
    boolean isStartable(String key);

    /** @throws io.millrace.NotFound when there is none any more */
    void start(String key, String subject, Map<String, Object> variables);
}
