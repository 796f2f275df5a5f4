package io.millrace.api.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A resource method as its annotations describe it. */
public record Endpoint(Class<?> resource, Method method) {

    public static Endpoint of(ResourceInfo info) {
        return new Endpoint(info.getResourceClass(), info.getResourceMethod());
    }

    /** Whether it is one of ours: JAX-RS brings methods of its own, such as for OPTIONS. */
    public boolean isOurs() {
        return resource.getName().startsWith("io.millrace.");
    }

    /** The verb; empty when the method answers no requests. */
    public Optional<String> verb() {
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** {@code /approvals/{id}}, relative to the API's base. */
    public String path() {
        return part(resource) + part(method);
    }

    private static String part(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null || path.value().isEmpty() ? "" : "/" + path.value().replaceAll("^/|/$", "");
    }

    /** Query parameters by name, with the place that declares them. */
    public Map<String, AnnotatedElement> queryParameters() {
        Map<String, AnnotatedElement> all = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, all);
            if (!parameter.isAnnotationPresent(BeanParam.class)) continue;
            for (Field field : parameter.getType().getDeclaredFields()) {
                add(field, all);
            }
        }
        return all;
    }

    private static void add(AnnotatedElement element, Map<String, AnnotatedElement> all) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) all.put(query.value(), element);
    }

    /** The parameter that takes the body: the one that JAX-RS finds no annotation on. */
    public Optional<Parameter> body() {
        return Arrays.stream(method.getParameters())
                .filter(p -> Arrays.stream(p.getAnnotations()).noneMatch(Endpoint::isOfJaxRs))
                .findFirst();
    }

    private static boolean isOfJaxRs(Annotation annotation) {
        return annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs");
    }
}
