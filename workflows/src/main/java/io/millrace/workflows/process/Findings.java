package io.millrace.workflows.process;

import io.millrace.process.ModelFinding;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a model, all of it at once. */
final class Findings {

    private final List<ModelFinding> all = new ArrayList<>();

    void add(ModelXml element, String rule, String detail, String advice) {
        String name = element.attribute("id").orElse("<" + element.local() + "> in line " + element.line());
        all.add(new ModelFinding(name, rule, detail, advice));
    }

    List<ModelFinding> all() {
        return List.copyOf(all);
    }
}
