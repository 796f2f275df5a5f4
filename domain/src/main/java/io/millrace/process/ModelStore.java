package io.millrace.process;

import java.util.List;

/** The engine's models as the bound tenant sees them, as a port; every call runs in the caller's transaction. */
public interface ModelStore {

    /** For each key the version that a new instance gets: the tenant's own, else the shared one. Newest first. */
    List<Model> current();

    /** All under the key that the tenant sees, newest first; empty when there is none. */
    List<Model> versions(String key);

    /** The file of the version that a new instance gets. @throws io.millrace.NotFound */
    byte[] file(String key);

    /** @throws ModelRefused saying everything that is wrong with it */
    Deployed deploy(byte[] file);

    /** Takes an own version away. @throws ModelInUse when something runs or ran by it, or needs it */
    void remove(Model version);

    /** @param isNew false when the latest version was exactly this already, and stays it */
    record Deployed(Model model, boolean isNew) {}
}
