package io.millrace.workflows.process;

import io.millrace.correlation.ProcessVersion;
import io.millrace.correlation.Triggers;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes which events come into a version that was deployed. */
@ApplicationScoped
public class NoteTriggers {

    private static final Logger log = LoggerFactory.getLogger(NoteTriggers.class);

    /** Not its service by injection: that one is the first engine's, and an engine may be started again. */
    @Inject
    Engine engine;

    @Inject
    Triggers triggers;

    /** In the deployment's own transaction, so that one is never there without the other. */
    void of(ProcessDefinition deployed, ModelXml root) {
        triggers.note(
                new ProcessVersion(deployed.getId(), deployed.getKey(), deployed.getVersion()),
                MessageRules.triggers(root));
    }

    /** Of the platform's models, in its own tenant; those that are noted already cost nothing. */
    @Transactional
    public void ofShared() {
        Set<String> noted = triggers.noted();
        RepositoryService repository = engine.running().getRepositoryService();
        repository.createProcessDefinitionQuery().withoutTenantId().list().stream()
                .filter(shared -> !noted.contains(shared.getId()))
                .forEach(shared -> of(shared, ModelXml.read(file(repository, shared))));
    }

    /**
     * Of the bound tenant's own, under the lock that its deployments take. A version that cannot be read any more is left
     * out: it hears nothing, as before, and what else there is shall start.
     */
    @Transactional
    public void ofTenant(List<ProcessDefinition> deployed) {
        if (missing(deployed).isEmpty()) return;
        engine.lockDeployments();
        RepositoryService repository = engine.running().getRepositoryService();
        // Again, because one that was deleted meanwhile is missing too, and can be read no more.
        List<ProcessDefinition> now = repository
                .createProcessDefinitionQuery()
                .tenantIdIn(TenantScope.current().toString())
                .list();
        for (ProcessDefinition version : missing(now)) {
            try {
                of(version, ModelXml.read(file(repository, version)));
                log.info("events of an earlier model are noted process={}", version.getId());
            } catch (UnreadableModel e) {
                log.error("a model cannot be read; it hears no events process={} rule={}", version.getId(), e.rule());
            }
        }
    }

    private List<ProcessDefinition> missing(List<ProcessDefinition> deployed) {
        Set<String> noted = triggers.noted();
        return deployed.stream()
                .filter(version -> !noted.contains(version.getId()))
                .toList();
    }

    private static byte[] file(RepositoryService repository, ProcessDefinition deployed) {
        try (InputStream file = repository.getProcessModel(deployed.getId())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never, from memory
        }
    }
}
