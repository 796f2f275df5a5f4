package io.millrace.boot;

import io.millrace.start.CannotServe;
import io.millrace.start.CheckSettings;
import io.millrace.start.StartFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the settings before any bean is given one: the container takes a wrong value for none, and its default. */
final class SettingsGuard {

    private static final Logger log = LoggerFactory.getLogger(SettingsGuard.class);

    private SettingsGuard() {}

    /** @throws CannotServe with a sentence about each that is wrong */
    static void requireRight() {
        List<String> findings = CheckSettings.atBoot(given(ConfigProvider.getConfig()));
        if (findings.isEmpty()) return;
        String sentences = String.join(" ", findings);
        log.error("{}{}", StartFailure.MARK, sentences);
        throw new CannotServe(sentences);
    }

    private static Map<String, String> given(Config config) {
        Map<String, String> given = new TreeMap<>();
        for (String property : config.getPropertyNames()) {
            String name = CheckSettings.variable(property);
            if (!name.startsWith("MILLRACE_")) continue;
            config.getOptionalValue(property, String.class)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> given.put(name, value));
        }
        return given;
    }
}
