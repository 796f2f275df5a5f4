package io.millrace.workflows.engine;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Shows the container's named delegates to models, and nothing else: models are edited by others, and an
 * expression can call any method of what it can name.
 */
final class NamedDelegates extends AbstractMap<Object, Object> {

    private final BeanManager container;

    NamedDelegates(BeanManager container) {
        this.container = container;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return find(name) != null;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Bean<?> bean = find(name);
        if (bean == null) return null;
        CreationalContext<?> creation = container.createCreationalContext(bean);
        return container.getReference(bean, JavaDelegate.class, creation);
    }

    /** Nobody may enumerate it; the engine only looks names up. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }

    private @Nullable Bean<?> find(@Nullable Object name) {
        if (!(name instanceof String text)) return null;
        Bean<?> bean = container.resolve(container.getBeans(text));
        return bean != null && bean.getTypes().contains(JavaDelegate.class) ? bean : null;
    }
}
