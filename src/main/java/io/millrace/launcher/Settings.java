package io.millrace.launcher;

import io.millrace.start.CheckSettings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code MILLRACE_…} settings: environment variables, overruled by system properties of the same dotted names. */
final class Settings {

    private static final String PREFIX = "MILLRACE_";

    private final SortedMap<String, String> values = new TreeMap<>();

    private Settings() {}

    static Settings of(Map<String, String> environment, Properties properties) {
        Settings settings = new Settings();
        environment.forEach(settings::put);
        properties
                .stringPropertyNames()
                .forEach(name -> settings.put(CheckSettings.variable(name), properties.getProperty(name)));
        return settings;
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

    /** @throws CannotStart with everything that is wrong, a sentence in each line */
    void requireRight() {
        List<String> findings = CheckSettings.beforeLaunch(values);
        if (!findings.isEmpty()) throw new CannotStart(String.join("\n", findings));
    }

    boolean flag(String name, boolean fallback) {
        return text(name).map(Boolean::parseBoolean).orElse(fallback);
    }

    int number(String name, int fallback) {
        return text(name).map(Integer::parseInt).orElse(fallback);
    }
}
