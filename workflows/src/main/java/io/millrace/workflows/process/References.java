package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which other models a model needs. */
final class References {

    private References() {}

    /** Keys of the processes that it calls and of the tables that it asks. */
    static Set<String> of(ModelXml root) {
        return root.all()
                .flatMap(element -> switch (element.local()) {
                    case "callActivity" -> element.attribute("calledElement").stream();
                    case "businessRuleTask" -> element.attribute(CAMUNDA, "decisionRef").stream();
                    default -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
    }

    /** Keys of the processes that it calls. */
    static Set<String> called(ModelXml process) {
        return process.all()
                .filter(element -> element.local().equals("callActivity"))
                .flatMap(element -> element.attribute("calledElement").stream())
                .collect(Collectors.toSet());
    }

    /** Keys of the catalogue's forms that its tasks show. */
    static Set<String> forms(ModelXml root) {
        return root.all()
                .flatMap(element -> element.attribute(CAMUNDA, "formRef").stream())
                .collect(Collectors.toSet());
    }
}
