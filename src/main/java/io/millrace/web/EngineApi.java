package io.millrace.web;

import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** The engine's REST interface as its pages need it, with our refusals put into words and people called by their names. */
public class EngineApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(CamundaRestResources.getConfigurationClasses());
        classes.removeAll(
                Set.of(ExceptionHandler.class, ProcessEngineExceptionHandler.class, RestExceptionHandler.class));
        classes.add(NamedProcessEngineRestServiceImpl.class);
        classes.add(RefusalsInWords.class);
        classes.add(NamesInHistory.class);
        classes.add(OwnStatistics.class);
        return classes;
    }
}
