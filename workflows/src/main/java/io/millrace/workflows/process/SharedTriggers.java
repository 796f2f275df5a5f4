package io.millrace.workflows.process;

import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.engine.EngineStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the platform's own models hear events, as soon as the engine has deployed them. */
@ApplicationScoped
public class SharedTriggers {

    @Inject
    NoteTriggers noteTriggers;

    void note(@Observes EngineStarted event) {
        TenantScope.run(TenantScope.PLATFORM, noteTriggers::ofShared);
    }
}
