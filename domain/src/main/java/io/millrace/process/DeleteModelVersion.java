package io.millrace.process;

import io.millrace.NotFound;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Takes one of the tenant's own versions away, by which nothing ever ran; the one before it counts again. */
@ApplicationScoped
public class DeleteModelVersion {

    @Inject
    ModelStore models;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @throws NotFound when the tenant sees no such version
     * @throws SharedModel when it is not the tenant's own
     * @throws ModelInUse when it is still needed
     */
    @Transactional
    public void delete(String key, int version) {
        Member by = authorizer.require(Permission.PROCESS_DEPLOY);
        Model model = own(key, version);
        models.remove(model);
        audit.record(new AuditEntry(
                        clock.instant(), "process.version_deleted", model.kind().wireName(), model.id(), by.id())
                .moved(model.key() + ":" + model.version(), null));
        outbox.add(
                new ProcessVersionDeleted(model.id(), model.kind().wireName(), model.key(), model.version(), by.id()));
    }

    private Model own(String key, int version) {
        List<Model> candidates = models.versions(key).stream()
                .filter(model -> model.version() == version)
                .toList();
        if (candidates.isEmpty()) throw new NotFound("version");
        return candidates.stream().filter(model -> !model.shared()).findFirst().orElseThrow(SharedModel::new);
    }
}
