package io.millrace.workflows.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Finds the delegates that models of tenants may call. */
@ApplicationScoped
public class Delegates {

    @Inject
    BeanManager container;

    /** By name. */
    public List<CataloguedDelegate> all() {
        return container.getBeans(JavaDelegate.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getName() != null && bean.getBeanClass().isAnnotationPresent(Catalogued.class))
                .sorted(Comparator.comparing(Bean::getName))
                .map(bean -> CataloguedDelegate.of(bean.getName(), bean.getBeanClass()))
                .toList();
    }
}
