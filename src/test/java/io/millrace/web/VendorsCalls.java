package io.millrace.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every call that the vendor's REST interfaces take, read from its classes, as {@code GET /engine/{name}/task/{id}}. */
public final class VendorsCalls {

    /** What {@link #addresses} puts where an id could stand. */
    public static final String ID = "019a0000-0000-7000-8000-000000000001";

    private VendorsCalls() {}

    /** Below {@code /camunda/api}. */
    public static Collection<String> all() {
        Collection<String> calls = new TreeSet<>();
        collect(
                calls,
                "/engine" + pathOf(NamedProcessEngineRestServiceImpl.class),
                NamedProcessEngineRestServiceImpl.class);
        collect(calls, "/cockpit" + pathOf(BaseRootResource.class), BaseRootResource.class);
        return calls;
    }

    /** The call with things in the place of its variables: an id, a model's id or a word wherever they could stand. */
    public static List<String> addresses(String call) {
        return Stream.of(ID, "invoice:1:" + ID, "invoice")
                .map(thing -> call.replaceAll("\\{(?:name|engine)}", "default").replaceAll("\\{[^/]*}", thing))
                .distinct()
                .toList();
    }

    /** Whether Cockpit's pages may send it; with things in the place of its variables. */
    public static boolean isCockpits(String address) {
        return offers(WebApp.COCKPIT, address);
    }

    /** Whether Tasklist's pages may. */
    public static boolean isTasklists(String address) {
        return offers(WebApp.TASKLIST, address);
    }

    private static boolean offers(WebApp app, String address) {
        String[] parts = address.split(" ", 2);
        return app.offers(parts[0], parts[1], null);
    }

    private static void collect(Collection<String> calls, String prefix, Class<?> resource) {
        for (Method method : resource.getMethods()) {
            String path = prefix + pathOf(method);
            Optional<String> verb = verb(method);
            verb.ifPresent(name -> calls.add(name + " " + path));
            boolean leadsOn = verb.isEmpty() && annotation(method, Path.class).isPresent();
            if (leadsOn) collect(calls, path, method.getReturnType());
        }
    }

    private static Optional<String> verb(Method method) {
        return declarations(method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(note -> note.annotationType().getAnnotation(HttpMethod.class))
                .filter(named -> named != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String pathOf(Method method) {
        return annotation(method, Path.class).map(VendorsCalls::slashed).orElse("");
    }

    private static String pathOf(Class<?> resource) {
        return slashed(resource.getAnnotation(Path.class));
    }

    private static String slashed(Path path) {
        String value = path.value().replaceAll("/$", "").replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}");
        return value.isEmpty() || value.startsWith("/") ? value : "/" + value;
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return declarations(method)
                .map(declared -> declared.getAnnotation(type))
                .filter(note -> note != null)
                .findFirst();
    }

    /** The method and those of the same name that it comes from, which may carry the annotations. */
    private static Stream<Method> declarations(Method method) {
        return Stream.concat(
                Stream.of(method),
                Arrays.stream(method.getDeclaringClass().getInterfaces())
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(other -> other.getName().equals(method.getName())
                                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())));
    }
}
