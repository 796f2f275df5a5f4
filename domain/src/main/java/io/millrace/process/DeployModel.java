package io.millrace.process;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.outbox.Outbox;
import io.millrace.process.ModelStore.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Makes a file the tenant's own latest version of the model in it. */
@ApplicationScoped
public class DeployModel {

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

    /** The same file again changes nothing. @throws ModelRefused saying everything that is wrong with it */
    @Transactional
    public Deployed deploy(byte[] file) {
        Member by = authorizer.require(Permission.PROCESS_DEPLOY);
        Deployed deployed = models.deploy(file);
        if (!deployed.isNew()) return deployed;
        Model model = deployed.model();
        audit.record(
                new AuditEntry(clock.instant(), "process.deployed", model.kind().wireName(), model.id(), by.id())
                        .moved(null, model.key() + ":" + model.version()));
        outbox.add(new ProcessDeployed(model.id(), model.kind().wireName(), model.key(), model.version(), by.id()));
        return deployed;
    }
}
