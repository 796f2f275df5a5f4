package io.millrace.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Finds a feature of the domain that uses another one which the list does not allow it. */
final class FeatureEdges extends ArchCondition<JavaClass> {

    private final Map<String, Set<String>> allowed;

    FeatureEdges(Map<String, Set<String>> allowed) {
        super("use only the features that the list allows");
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String from = feature(type);
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
            String to = feature(use.getTargetClass());
            boolean known = allowed.containsKey(to) && !to.equals(from);
            if (known && !allowed.getOrDefault(from, Set.of()).contains(to)) {
                events.add(SimpleConditionEvent.violated(type, from + " uses " + to + ": " + use.getDescription()));
            }
        }
    }

    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && parts[0].equals("io") && parts[1].equals("millrace") ? parts[2] : "";
    }
}
