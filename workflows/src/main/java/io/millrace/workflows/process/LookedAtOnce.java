package io.millrace.workflows.process;

import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.NodeWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Remembers, in the engine's table of such things, that some node has looked at the models of all tenants. */
@ApplicationScoped
class LookedAtOnce {

    static final String PROPERTY = "millrace.triggers";

    /** Another number makes the next start look again, for a release that notes more of a model. */
    private static final String NOTED = "1";

    @Inject
    Engine engine;

    boolean isDone() {
        return NodeWork.call(() -> NOTED.equals(
                engine.running().getManagementService().getProperties().get(PROPERTY)));
    }

    @Transactional
    void done() {
        NodeWork.run(() -> {
            engine.lockDeployments(); // or two nodes that start together would both write it for the first time
            engine.running().getManagementService().setProperty(PROPERTY, NOTED);
        });
    }
}
