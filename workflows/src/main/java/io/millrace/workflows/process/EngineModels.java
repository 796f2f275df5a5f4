package io.millrace.workflows.process;

import io.millrace.NotFound;
import io.millrace.correlation.Triggers;
import io.millrace.process.Model;
import io.millrace.process.ModelFinding;
import io.millrace.process.ModelInUse;
import io.millrace.process.ModelRefused;
import io.millrace.process.ModelStore;
import io.millrace.process.ProcessInstances;
import io.millrace.process.VersionNumbers;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;

/** Keeps the models in the engine, each in a deployment of its own. */
@ApplicationScoped
public class EngineModels implements ModelStore {

    @Inject
    RepositoryService repository;

    @Inject
    HistoryService history;

    @Inject
    Engine engine;

    @Inject
    ProcessInstances instances;

    @Inject
    Definitions definitions;

    @Inject
    KnownHere knownHere;

    @Inject
    TenantDeployment deployment;

    @Inject
    Triggers triggers;

    @Inject
    VersionNumbers versionNumbers;

    @Override
    public List<Model> current() {
        return definitions.current().stream().map(Definition::model).toList();
    }

    @Override
    public List<Model> versions(String key) {
        return definitions.versions(key).stream().map(Definition::model).toList();
    }

    @Override
    public byte[] file(String key) {
        return definitions.current().stream()
                .filter(definition -> definition.model().key().equals(key))
                .findFirst()
                .map(definitions::file)
                .orElseThrow(() -> new NotFound("process"));
    }

    /** Checked twice: before the lock, so that bad files hold nobody up, and with it, since models refer to others. */
    @Override
    public Deployed deploy(byte[] file) {
        ModelXml root = ModelCheck.read(file);
        requireGood(root);
        engine.lockDeployments();
        requireGood(root);
        return deployment.deploy(root, file);
    }

    private void requireGood(ModelXml root) {
        List<ModelFinding> findings = ModelCheck.check(root, knownHere.now());
        if (!findings.isEmpty()) throw new ModelRefused(findings);
    }

    @Override
    public void remove(Model version) {
        engine.lockDeployments();
        Definition found = definitions.versions(version.key()).stream()
                .filter(definition -> definition.model().id().equals(version.id()))
                .findFirst()
                .orElseThrow(() -> new NotFound("version"));
        List<Definition> together = definitions.together(found.deploymentId());
        together.forEach(this::requireUnused);
        together.forEach(definition -> triggers.forget(definition.engineId()));
        together.forEach(definition -> versionNumbers.deleted(
                definition.model().key(), definition.model().version()));
        repository.deleteDeployment(found.deploymentId(), false);
    }

    private void requireUnused(Definition definition) {
        if (hasRun(definition)) throw new ModelInUse("Something runs or ran by this version, so it stays.");
        String key = definition.model().key();
        if (definitions.versions(key).size() > 1) return;
        definitions.current().stream()
                .filter(other -> !other.deploymentId().equals(definition.deploymentId()))
                .filter(other ->
                        References.of(ModelXml.read(definitions.file(other))).contains(key))
                .findFirst()
                .ifPresent(other -> {
                    throw new ModelInUse(
                            "It is the only version, and " + other.model().key() + " refers to it.");
                });
    }

    /** What ran is known of processes for good, of decisions for as long as the engine keeps its history. */
    private boolean hasRun(Definition definition) {
        return switch (definition.model().kind()) {
            case PROCESS ->
                instances.anyBy(definition.model().id(), definition.model().key());
            case DECISION ->
                history.createHistoricDecisionInstanceQuery()
                                .decisionDefinitionId(definition.engineId())
                                .count()
                        > 0;
        };
    }
}
