package io.millrace.workflows.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys the models that come with Millrace, for all tenants and only when one of them changed. Nodes that
 * start together take turns at the engine's deployment lock, and the later ones find nothing changed.
 */
final class SharedModels {

    private static final Logger log = LoggerFactory.getLogger(SharedModels.class);
    private static final String NAME = "millrace";

    private SharedModels() {}

    static void deploy(RepositoryService repository, List<String> resources) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        for (String resource : resources) {
            add(deployment, resource);
        }
        String id = deployment.deploy().getId();
        log.info("shared models are deployed deployment={} models={}", id, resources.size());
    }

    private static void add(DeploymentBuilder deployment, String resource) {
        try (InputStream in = SharedModels.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("there is no model " + resource + " on the class path");
            String fileName = resource.substring(resource.lastIndexOf('/') + 1);
            deployment.addInputStream(fileName, in);
        } catch (IOException e) {
            throw new IllegalStateException("the model " + resource + " cannot be read", e);
        }
    }
}
