package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.start.CheckSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docker/Dockerfile must make an image that holds no secret, runs as nobody in particular and can be told to stop. */
class DockerfileTest {

    /** A name with a tag that says which version. */
    static final String PINNED = "[\\w./-]+:v?\\d+\\.\\d+[\\w.-]*";

    private static final Path DOCKER = Path.of("../docker");
    private static final String JAR = "/opt/millrace/millrace.jar";

    private final List<Instruction> instructions = read();

    DockerfileTest() throws IOException {}

    /** One instruction with what follows it, its lines joined. */
    private record Instruction(String name, String rest) {}

    private static List<Instruction> read() throws IOException {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        for (String line : Files.readAllLines(DOCKER.resolve("Dockerfile"))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            boolean goesOn = line.endsWith("\\");
            begun.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (goesOn) continue;
            String[] parts = begun.toString().strip().split("\\s+", 2);
            instructions.add(new Instruction(parts[0], parts[1].strip()));
            begun.setLength(0);
        }
        return instructions;
    }

    /** Of the last stage, which is the image. */
    private List<String> all(String name) {
        int last = 0;
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i).name().equals("FROM")) last = i;
        }
        return instructions.subList(last, instructions.size()).stream()
                .filter(instruction -> instruction.name().equals(name))
                .map(Instruction::rest)
                .toList();
    }

    private String only(String name) {
        assertThat(all(name)).as(name).hasSize(1);
        return all(name).get(0);
    }

    @Test
    void it_is_built_in_one_stage_and_run_in_another_both_of_a_certain_version() {
        List<String> bases = instructions.stream()
                .filter(instruction -> instruction.name().equals("FROM"))
                .map(instruction -> instruction.rest().split(" ")[0])
                .toList();

        assertThat(bases).hasSize(2).allMatch(base -> base.matches(PINNED));
        assertThat(bases.get(0)).contains("-jdk");
        assertThat(bases.get(1)).contains("-jre");
        assertThat(all("COPY")).anyMatch(copy -> copy.contains("--from=build") && copy.contains("millrace.jar"));
        assertThat(all("COPY")).noneMatch(copy -> copy.contains(" . "));
    }

    @Test
    void it_runs_as_a_user_with_a_number_that_is_not_root_s() {
        assertThat(only("USER")).matches("[1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void it_sets_what_the_launcher_knows_and_no_secret() {
        Map<String, String> environment = new TreeMap<>();
        all("ENV").forEach(line -> environment.put(line.split("=", 2)[0], line.split("=", 2)[1]));

        assertThat(CheckSettings.beforeLaunch(environment)).isEmpty();
        assertThat(environment.keySet()).allMatch(name -> name.startsWith("MILLRACE_"));
        assertThat(instructions)
                .filteredOn(one -> List.of("ENV", "ARG").contains(one.name()))
                .noneMatch(one -> one.rest().matches("(?i).*(password|secret|token|_key|credential).*"));
        // The one place it writes to is the one that is mounted.
        assertThat(environment).containsEntry("MILLRACE_DATA_DIR", only("VOLUME"));
    }

    @Test
    void the_signal_to_stop_reaches_the_launcher_itself() throws IOException {
        String[] entrypoint = new ObjectMapper().readValue(only("ENTRYPOINT"), String[].class);

        assertThat(entrypoint).startsWith("java").endsWith("-jar", JAR);
        assertThat(only("STOPSIGNAL")).isEqualTo("SIGTERM");
        assertThat(all("CMD")).isEmpty();
    }

    @Test
    void it_says_whether_it_is_ready() {
        assertThat(only("HEALTHCHECK")).endsWith("CMD [\"/opt/millrace/is-ready\"]");
        assertThat(all("COPY")).anyMatch(copy -> copy.contains("docker/is-ready /opt/millrace/"));
    }

    @Test
    void the_filled_in_secrets_reach_neither_the_image_nor_git() throws IOException {
        assertThat(Files.readAllLines(Path.of("../.dockerignore"))).contains("**/.env", ".millrace", ".git");
        assertThat(Files.readAllLines(Path.of("../.gitignore"))).contains("docker/.env", ".millrace/");
    }
}
