package io.millrace.workflows.process;

import io.millrace.LostRace;
import io.millrace.bpmn.Models;
import io.millrace.process.Model;
import io.millrace.process.ModelFinding;
import io.millrace.process.ModelRefused;
import io.millrace.process.ModelStore.Deployed;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Deploys a checked file for the bound tenant. The engine takes a lock for it that lasts until the transaction ends,
 * so that of two at once the second sees the first's version.
 */
@ApplicationScoped
public class TenantDeployment {

    private static final String SOURCE = "tenant";

    @Inject
    RepositoryService repository;

    @Inject
    Definitions definitions;

    @Inject
    NoteTriggers noteTriggers;

    Deployed deploy(ModelXml root, byte[] file) {
        String key = ModelCheck.key(root);
        String tenant = TenantScope.current().toString();
        // By name the engine finds what it compares with; the tenant is in it because it looks in all of them.
        DeploymentBuilder wanted = repository
                .createDeployment()
                .name(tenant + "/" + key)
                .source(SOURCE)
                .tenantId(tenant)
                .enableDuplicateFiltering(false)
                .addInputStream(key + (ModelCheck.isDecision(root) ? ".dmn" : ".bpmn"), new ByteArrayInputStream(file));
        References.forms(root).forEach(form -> addForm(wanted, form));
        DeploymentWithDefinitions made = deployed(wanted);
        processes(made).forEach(process -> noteTriggers.of(process, root));
        Model latest = definitions.versions(key).stream()
                .map(Definition::model)
                .filter(model -> !model.shared())
                .findFirst()
                .orElseThrow();
        return new Deployed(latest, isNew(made));
    }

    private static DeploymentWithDefinitions deployed(DeploymentBuilder wanted) {
        try {
            return wanted.deployWithResult();
        } catch (ParseException refused) {
            throw new ModelRefused(refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(TenantDeployment::finding)
                    .toList());
        } catch (ProcessEngineException broken) {
            if (isOfTheDatabase(broken)) throw broken;
            throw new ModelRefused(List.of(new ModelFinding(
                    "file",
                    "engine",
                    "The engine cannot make anything of it.",
                    "Save it anew from the modelling tool.")));
        }
    }

    private static boolean isOfTheDatabase(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException || cause instanceof LostRace);
    }

    private static ModelFinding finding(Problem problem) {
        String element = problem.getMainElementId();
        return new ModelFinding(
                element == null ? "line " + problem.getLine() : element,
                "engine",
                "The engine says: " + problem.getMessage(),
                "Correct it in the modelling tool.");
    }

    private static boolean isNew(DeploymentWithDefinitions made) {
        boolean hasDecision = made.getDeployedDecisionDefinitions() != null
                && !made.getDeployedDecisionDefinitions().isEmpty();
        return hasDecision || !processes(made).isEmpty();
    }

    private static List<ProcessDefinition> processes(DeploymentWithDefinitions made) {
        return made.getDeployedProcessDefinitions() == null ? List.of() : made.getDeployedProcessDefinitions();
    }

    /** A form is found by the models of its own deployment only. */
    private static void addForm(DeploymentBuilder wanted, String form) {
        Models.RESOURCES.stream()
                .filter(resource -> resource.endsWith("/" + form + ".form"))
                .forEach(resource -> wanted.addInputStream(
                        form + ".form", Models.class.getClassLoader().getResourceAsStream(resource)));
    }
}
