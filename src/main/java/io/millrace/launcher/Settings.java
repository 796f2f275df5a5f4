package io.millrace.launcher;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The {@code MILLRACE_…} settings: environment variables, overruled by system properties of the same dotted names. */
final class Settings {

    private static final String PREFIX = "MILLRACE_";

    private final SortedMap<String, String> values = new TreeMap<>();

    private Settings() {}

    static Settings of(Map<String, String> environment, Properties properties) {
        Settings settings = new Settings();
        environment.forEach(settings::put);
        properties.stringPropertyNames().forEach(name -> settings.put(variable(name), properties.getProperty(name)));
        return settings;
    }

    /** {@code millrace.http.port} and {@code millrace.http-port} both mean {@code MILLRACE_HTTP_PORT}. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** A blank value counts as none, so that a build tool can hand on what it was not given. */
    private void put(String name, String value) {
        if (name.startsWith(PREFIX) && !value.isBlank()) values.put(name, value.strip());
    }

    Map<String, String> all() {
        return Collections.unmodifiableSortedMap(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name, String fallback) {
        return text(name).orElse(fallback);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean flag(String name, boolean fallback) {
        String value = text(name, Boolean.toString(fallback)).toLowerCase(Locale.ROOT);
        if (value.equals("true") || value.equals("false")) return value.equals("true");
        throw new CannotStart(name + " must be true or false, not \"" + value + "\".");
    }

    int port(String name, int fallback) {
        return number(name, fallback, 1, 65_535);
    }

    int number(String name, int fallback, int least, int most) {
        String value = text(name, Integer.toString(fallback));
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number == fallback || (number >= least && number <= most)) return number;
        }
        throw new CannotStart(name + " must be a number from " + least + " to " + most + ", not \"" + value + "\".");
    }

    void requireAll(List<String> names, String because) {
        String missing = names.stream().filter(Predicate.not(this::has)).collect(joining(", "));
        if (!missing.isEmpty()) throw new CannotStart(because + ": please set also " + missing + ".");
    }
}
