package io.millrace.workflows.process;

import io.millrace.process.Model;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is deployed for the bound tenant. From the engine itself, unlike our other lists: definitions are few, and
 * a copy of them could name a version that the engine would not take.
 */
@ApplicationScoped
public class Definitions {

    private static final Comparator<Definition> NEWEST_FIRST =
            Comparator.comparing((Definition found) -> found.model().id()).reversed();

    @Inject
    RepositoryService repository;

    /** For each key the one that a new instance gets, newest first. */
    List<Definition> current() {
        Map<String, Definition> byKey = new HashMap<>();
        all(processes().latestVersion().list(), decisions().latestVersion().list())
                .forEach(found -> byKey.merge(found.model().key(), found, Definitions::own));
        return byKey.values().stream().sorted(NEWEST_FIRST).toList();
    }

    private static Definition own(Definition one, Definition other) {
        return one.model().shared() ? other : one;
    }

    /** All under the key, newest first. */
    List<Definition> versions(String key) {
        return all(
                        processes().processDefinitionKey(key).list(),
                        decisions().decisionDefinitionKey(key).list())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** What came in one file. */
    List<Definition> together(String deploymentId) {
        return all(
                        processes().deploymentId(deploymentId).list(),
                        decisions().deploymentId(deploymentId).list())
                .toList();
    }

    byte[] file(Definition definition) {
        try (InputStream file = definition.model().kind() == Model.Kind.PROCESS
                ? repository.getProcessModel(definition.engineId())
                : repository.getDecisionModel(definition.engineId())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never, from memory
        }
    }

    private Stream<Definition> all(List<ProcessDefinition> processes, List<DecisionDefinition> decisions) {
        Map<String, Deployment> deployments = new HashMap<>();
        repository.createDeploymentQuery().list().forEach(deployed -> deployments.put(deployed.getId(), deployed));
        return Stream.concat(
                processes.stream()
                        .map(found -> definition(Model.Kind.PROCESS, found, found.getVersionTag(), deployments)),
                decisions.stream()
                        .map(found -> definition(Model.Kind.DECISION, found, found.getVersionTag(), deployments)));
    }

    private static Definition definition(
            Model.Kind kind, ResourceDefinition found, @Nullable String tag, Map<String, Deployment> deployments) {
        Deployment deployed = Objects.requireNonNull(deployments.get(found.getDeploymentId()));
        return new Definition(
                new Model(
                        idOf(found.getId()),
                        kind,
                        found.getKey(),
                        found.getName(),
                        found.getVersion(),
                        tag,
                        found.getTenantId() == null,
                        deployed.getDeploymentTime().toInstant()),
                found.getId(),
                found.getDeploymentId());
    }

    /** The engine puts key and version before it where there is room. */
    static UUID idOf(String engineId) {
        return UUID.fromString(engineId.substring(engineId.lastIndexOf(':') + 1));
    }

    private ProcessDefinitionQuery processes() {
        return repository
                .createProcessDefinitionQuery()
                .tenantIdIn(tenant())
                .includeProcessDefinitionsWithoutTenantId();
    }

    private DecisionDefinitionQuery decisions() {
        return repository
                .createDecisionDefinitionQuery()
                .tenantIdIn(tenant())
                .includeDecisionDefinitionsWithoutTenantId();
    }

    private static String tenant() {
        return TenantScope.current().toString();
    }
}
