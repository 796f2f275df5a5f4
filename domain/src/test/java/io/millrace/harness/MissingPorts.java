package io.millrace.harness;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * Stands in for ports of ours whose adapter lives in a module that this test does not have. The first call
 * says so; a test that needs the port brings a fake.
 */
final class MissingPorts implements Extension {

    private final Set<Type> wanted = new HashSet<>();
    private final Set<Type> present = new HashSet<>();

    void wants(@Observes ProcessInjectionPoint<?, ?> point) {
        wanted.add(point.getInjectionPoint().getType());
    }

    void has(@Observes ProcessBeanAttributes<?> bean) {
        present.addAll(bean.getBeanAttributes().getTypes());
    }

    void standIn(@Observes AfterBeanDiscovery beans) {
        for (Type type : wanted) {
            if (type instanceof Class<?> port && isOurs(port) && !present.contains(port)) add(port, beans);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.isInterface() && type.getName().startsWith("io.millrace.");
    }

    private static void add(Class<?> port, AfterBeanDiscovery beans) {
        Object nobody =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, call, arguments) -> {
                    if (call.getDeclaringClass() == Object.class) return call.invoke(MissingPorts.class, arguments);
                    throw new UnsupportedOperationException(
                            "no adapter of " + port.getName() + " in this test; give a fake");
                });
        beans.addBean().types(port, Object.class).createWith(context -> nobody);
    }
}
