package io.millrace.workflows.process;

import io.millrace.bpmn.Models;
import io.millrace.identity.DecidingGroup;
import io.millrace.process.Model;
import io.millrace.task.TaskCompletion;
import io.millrace.workflows.catalogue.CataloguedDelegate;
import io.millrace.workflows.catalogue.DelegateInput;
import io.millrace.workflows.catalogue.Delegates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what the models of the bound tenant may refer to. */
@ApplicationScoped
public class KnownHere {

    @Inject
    Delegates delegates;

    @Inject
    Definitions definitions;

    @Inject
    @Any
    Instance<TaskCompletion> completions;

    Known now() {
        List<Definition> current = definitions.current();
        return new Known(
                inputsByDelegate(),
                Models.FORM_FIELDS.keySet(),
                completions.stream().map(TaskCompletion::name).collect(Collectors.toSet()),
                Arrays.stream(DecidingGroup.values())
                        .map(DecidingGroup::wireName)
                        .collect(Collectors.toSet()),
                PlatformEvents.types(),
                PlatformEvents.RESERVED,
                processes(current),
                decisions(current));
    }

    private Map<String, List<DelegateInput>> inputsByDelegate() {
        return delegates.all().stream()
                .collect(Collectors.toMap(delegate -> delegate.entry().name(), CataloguedDelegate::inputs));
    }

    private Map<String, ModelXml> processes(List<Definition> current) {
        return current.stream()
                .filter(definition -> definition.model().kind() == Model.Kind.PROCESS)
                .collect(Collectors.toMap(
                        definition -> definition.model().key(), definition -> process(definitions.file(definition))));
    }

    private static ModelXml process(byte[] file) {
        return ModelXml.read(file)
                .children(ModelCheck.PROCESS)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a deployed model has no process"));
    }

    private static Set<String> decisions(List<Definition> current) {
        return current.stream()
                .map(Definition::model)
                .filter(model -> model.kind() == Model.Kind.DECISION)
                .map(Model::key)
                .collect(Collectors.toSet());
    }
}
