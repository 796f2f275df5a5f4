package io.millrace.workflows.engine;

/** Says as whom the engine works when our own code calls it. */
public interface Callers {

    /** To be asked with a tenant bound. */
    Caller current();
}
