package io.millrace.workflows.process;

import io.millrace.correlation.ProcessVersion;
import io.millrace.correlation.Triggers;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Notes which events come into a version that was deployed. */
@ApplicationScoped
public class NoteTriggers {

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

    private static byte[] file(RepositoryService repository, ProcessDefinition deployed) {
        try (InputStream file = repository.getProcessModel(deployed.getId())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never, from memory
        }
    }
}
