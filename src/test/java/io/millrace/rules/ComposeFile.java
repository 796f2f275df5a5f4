package io.millrace.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker/compose.yml as Compose reads it: anchors and merges resolved, variables filled in from what is given. */
final class ComposeFile {

    private static final Path FILE = Path.of("../docker/compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([?-])([^}]*))?}");

    private final String text;
    private final JsonNode root;

    private ComposeFile(String text) {
        Object plain = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        this.text = text;
        this.root = new ObjectMapper().valueToTree(plain);
    }

    static ComposeFile read() throws IOException {
        return new ComposeFile(Files.readString(FILE));
    }

    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        root.path("services").properties().forEach(service -> services.put(service.getKey(), service.getValue()));
        return services;
    }

    JsonNode service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    /** Those that run the image that is built here. */
    Map<String, JsonNode> nodes() {
        Map<String, JsonNode> nodes = services();
        nodes.values().removeIf(service -> !service.has("build"));
        return nodes;
    }

    /** @throws IllegalStateException when something is missing that must be given */
    static Map<String, String> environment(JsonNode service, Map<String, String> given) {
        Map<String, String> environment = new TreeMap<>();
        service.path("environment").properties().forEach(setting -> {
            String name = setting.getKey();
            if (!setting.getValue().isNull())
                environment.put(name, filledIn(setting.getValue().asText(), given));
            else if (given.containsKey(name)) environment.put(name, given.getOrDefault(name, ""));
        });
        return environment;
    }

    private static String filledIn(String value, Map<String, String> given) {
        return VARIABLE.matcher(value).replaceAll(variable -> Matcher.quoteReplacement(valueOf(variable, given)));
    }

    private static String valueOf(MatchResult variable, Map<String, String> given) {
        String name = variable.group(1);
        String value = given.getOrDefault(name, "");
        if (!value.isEmpty()) return value;
        if ("-".equals(variable.group(2))) return variable.group(3);
        throw new IllegalStateException(name + " is missing");
    }

    /** Whatever it takes from docker/.env. */
    SortedSet<String> variables() {
        SortedSet<String> variables = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(variable -> variables.add(variable.group(1)));
        services()
                .values()
                .forEach(service -> service.path("environment").properties().forEach(setting -> {
                    if (setting.getValue().isNull()) variables.add(setting.getKey());
                }));
        return variables;
    }
}
