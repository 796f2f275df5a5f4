package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.glassfish.grizzly.SocketBinder;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Teaches the server's HTTP listeners, which lie below the servlet container, what they have no setting for. The
 * server's own classes are not published, so they are reached by name.
 */
@ApplicationScoped
class HttpListeners {

    private static final Logger log = LoggerFactory.getLogger(HttpListeners.class);

    private volatile boolean settled;
    private final AddressCheck addressCheck = new AddressCheck();
    private final List<HttpServerFilter> taught = new ArrayList<>();
    private final List<org.glassfish.grizzly.http.HttpServerFilter> codecs = new ArrayList<>();

    /**
     * Asked at the start, and by every request until it is done: the launcher lets them open only when everything has
     * started. A server that is built differently still serves; only these answers are poorer then.
     */
    void teach() {
        if (!settled) teachOnce();
    }

    private synchronized void teachOnce() {
        if (settled) return;
        try {
            for (Object listener : all()) {
                for (HttpServerFilter filter : filters(listener, HttpServerFilter.class)) {
                    filter.getMonitoringConfig().addProbes(addressCheck);
                    taught.add(filter);
                }
                // It has a setting, but that would be the launcher's, and the WAR's own server would answer otherwise.
                for (var codec : filters(listener, org.glassfish.grizzly.http.HttpServerFilter.class)) {
                    codec.setAllowPayloadForUndefinedHttpMethods(true); // a DELETE's; what is in it, we say
                    codecs.add(codec);
                }
            }
            name(422, "Unprocessable Content");
            name(429, "Too Many Requests");
            settled = !taught.isEmpty();
        } catch (ReflectiveOperationException e) {
            settled = true;
            log.warn("the server's HTTP listeners are not as expected; what they refuse gets their own answer", e);
        }
    }

    /** An application that is gone must not be held by the server's listeners. */
    void leave() {
        taught.forEach(listener -> listener.getMonitoringConfig().removeProbes(addressCheck));
        taught.clear();
        codecs.forEach(codec -> codec.setAllowPayloadForUndefinedHttpMethods(false));
        codecs.clear();
    }

    /** Whoever is connected already is still answered. */
    void takeNoNewConnections() {
        try {
            for (Object listener : all()) {
                Object transport = listener.getClass().getMethod("getTransport").invoke(listener);
                if (transport instanceof SocketBinder binder) binder.unbindAll();
            }
        } catch (ReflectiveOperationException e) {
            log.warn("the server's HTTP listeners are not as expected; they stay open while it stops", e);
        }
    }

    /** Nobody gets in any more, not even to the server's own words about an application that is stopping. */
    void close() {
        try {
            for (Object proxy : proxies()) {
                proxy.getClass().getMethod("stop").invoke(proxy);
            }
        } catch (ReflectiveOperationException e) {
            log.warn("the server's HTTP listeners are not as expected; they stay open while it stops", e);
        }
    }

    private static List<Object> all() throws ReflectiveOperationException {
        List<Object> all = new ArrayList<>();
        for (Object proxy : proxies()) {
            all.add(proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy));
        }
        return all;
    }

    private static Collection<?> proxies() throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
        Object service = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, type);
        Field proxies = type.getDeclaredField("proxies");
        proxies.setAccessible(true);
        return (Collection<?>) proxies.get(service);
    }

    private static <T> List<T> filters(Object listener, Class<T> type) throws ReflectiveOperationException {
        Method filters = listener.getClass().getMethod("getFilters", Class.class);
        return ((List<?>) filters.invoke(listener, type))
                .stream().map(type::cast).toList();
    }

    /** The listener's list of reasons ends before RFC 6585 and calls what it does not know "CUSTOM". */
    private static void name(int status, String reason) throws ReflectiveOperationException {
        Method register = HttpStatus.class.getDeclaredMethod("register", int.class, String.class);
        register.setAccessible(true);
        register.invoke(null, status, reason);
    }
}
