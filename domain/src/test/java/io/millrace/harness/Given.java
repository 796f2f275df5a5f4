package io.millrace.harness;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes objects that exist already injectable by type, also where the server's own annotations ask for them. */
final class Given implements Extension {

    private final Map<Class<?>, Object> objects = new LinkedHashMap<>();

    <T> Given bean(Class<T> type, T object) {
        objects.put(type, object);
        return this;
    }

    void injectWhatTheServerWould(
            @Observes @WithAnnotations({PersistenceContext.class, Resource.class}) ProcessAnnotatedType<?> bean) {
        bean.configureAnnotatedType()
                .filterFields(field -> field.isAnnotationPresent(PersistenceContext.class)
                        || field.isAnnotationPresent(Resource.class))
                .forEach(field -> field.add(InjectLiteral.INSTANCE));
    }

    void add(@Observes AfterBeanDiscovery beans) {
        objects.forEach((type, object) ->
                beans.addBean().id(type.getName()).types(type, Object.class).createWith(context -> object));
    }
}
