package io.millrace.web;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;

/** Cockpit's own questions, which it asks the engine's tables past the engine, with faults put into words. */
public class CockpitApi extends CockpitApplication {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(super.getClasses());
        classes.removeAll(Set.of(ExceptionHandler.class, RestExceptionHandler.class));
        classes.add(RefusalsInWords.class);
        return classes;
    }
}
