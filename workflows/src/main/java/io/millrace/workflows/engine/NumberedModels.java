package io.millrace.workflows.engine;

import io.millrace.process.VersionNumbers;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Numbers versions so that none of a tenant's numbers ever means two of them. By itself the engine counts on from the
 * latest that is there, and gives the number of a deleted one again.
 */
record NumberedModels(VersionNumbers numbers) {

    BpmnDeployer processes(BpmnDeployer vendors) {
        BpmnDeployer deployer = new BpmnDeployer() {
            @Override
            protected int getNextVersion(
                    DeploymentEntity deployment,
                    ProcessDefinitionEntity wanted,
                    @Nullable ProcessDefinitionEntity latest) {
                return free(deployment, wanted, super.getNextVersion(deployment, wanted, latest));
            }
        };
        deployer.setExpressionManager(vendors.getExpressionManager());
        deployer.setIdGenerator(vendors.getIdGenerator());
        deployer.setBpmnParser(vendors.getBpmnParser());
        return deployer;
    }

    DecisionDefinitionDeployer decisions(DecisionDefinitionDeployer vendors) {
        DecisionDefinitionDeployer deployer = new DecisionDefinitionDeployer() {
            @Override
            protected int getNextVersion(
                    DeploymentEntity deployment,
                    DecisionDefinitionEntity wanted,
                    @Nullable DecisionDefinitionEntity latest) {
                return free(deployment, wanted, super.getNextVersion(deployment, wanted, latest));
            }
        };
        deployer.setIdGenerator(vendors.getIdGenerator());
        deployer.setTransformer(vendors.getTransformer());
        return deployer;
    }

    /** The platform's own are deleted by nobody. */
    private int free(DeploymentEntity deployment, ResourceDefinition wanted, int next) {
        return deployment.getTenantId() == null ? next : Math.max(next, numbers.highestDeleted(wanted.getKey()) + 1);
    }
}
