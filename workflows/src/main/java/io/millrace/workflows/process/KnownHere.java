package io.millrace.workflows.process;

import io.millrace.bpmn.Models;
import io.millrace.identity.DecidingGroup;
import io.millrace.process.Model;
import io.millrace.task.TaskCompletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Gathers what the models of the bound tenant may refer to. */
@ApplicationScoped
public class KnownHere {

    @Inject
    BeanManager container;

    @Inject
    @Any
    Instance<TaskCompletion> completions;

    Known among(Collection<Model> models) {
        return new Known(
                delegates(),
                Models.FORM_FIELDS.keySet(),
                completions.stream().map(TaskCompletion::name).collect(Collectors.toSet()),
                Arrays.stream(DecidingGroup.values())
                        .map(DecidingGroup::wireName)
                        .collect(Collectors.toSet()),
                PlatformEvents.types(),
                PlatformEvents.RESERVED,
                keys(models, Model.Kind.PROCESS),
                keys(models, Model.Kind.DECISION));
    }

    private Set<String> delegates() {
        return container.getBeans(JavaDelegate.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getName)
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(Collection<Model> models, Model.Kind kind) {
        return models.stream()
                .filter(model -> model.kind() == kind)
                .map(Model::key)
                .collect(Collectors.toSet());
    }
}
