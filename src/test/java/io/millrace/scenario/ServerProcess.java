package io.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An archive in Payara Micro as a child process, which a test may kill and start again. */
public final class ServerProcess {

    private static final String LISTENER = "set configs.config.server-config.network-config"
            + ".network-listeners.network-listener.http-listener.enabled";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home;
    private final Path war;
    private final String ready;
    private final Map<String, String> settings;
    private final int port = TestServers.freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int starts;

    /**
     * The product.
     *
     * @param home where it keeps its log and whatever it unpacks
     * @param settings by the names of the reference of settings
     */
    public ServerProcess(Path home, Map<String, String> settings) {
        this(home, Path.of(System.getProperty("millrace.war")), "health/ready", settings);
    }

    /** @param ready a path that answers 200 when it is ready */
    public ServerProcess(Path home, Path war, String ready, Map<String, String> settings) {
        this.home = home;
        this.war = war;
        this.ready = ready;
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    public URI uri() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** Of the latest start. */
    Path log() {
        return home.resolve("server-" + starts + ".log");
    }

    /** The latest of what it logged as severe, with the beginnings of the traces. */
    String faults() {
        try {
            List<String> lines = Files.readAllLines(log());
            return IntStream.range(0, lines.size())
                    .filter(n -> lines.get(n).contains("SEVERE"))
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .limit(5)
                    .map(n -> String.join("\n", lines.subList(n, Math.min(n + 30, lines.size()))))
                    .collect(Collectors.joining("\n...\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Comes back when it is ready. */
    public void start() {
        starts++;
        try {
            Path scratch = emptied(home.resolve("scratch"));
            ProcessBuilder program = new ProcessBuilder(command(scratch))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile());
            // The environment and not the command line: the launcher does the same.
            settings.forEach((name, value) ->
                    program.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
            process = program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the server is ready, see " + log())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(this::isReady);
    }

    /** Opens the port when all is there, as the launcher does. */
    private List<String> command(Path scratch) throws IOException {
        Path beforeBoot = Files.writeString(
                scratch.resolve("before-boot.txt"),
                "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false\n" + LISTENER
                        + "=false\n");
        Path afterDeployment = Files.writeString(scratch.resolve("after-deployment.txt"), LISTENER + "=true\n");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + scratch,
                "-jar",
                System.getProperty("millrace.micro"),
                "--deploy",
                war.toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(port),
                "--nocluster",
                "--disablephonehome",
                "--prebootcommandfile",
                beforeBoot.toString(),
                "--postdeploycommandfile",
                afterDeployment.toString());
    }

    /** What it answers there. */
    public String page(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        if (!isAlive()) throw new IllegalStateException("the server ended while it was starting, see " + log());
        // Then it stays up with nothing in it.
        try (Stream<String> lines = Files.lines(log())) {
            lines.filter(line -> line.contains("Millrace cannot start: "))
                    .findFirst()
                    .ifPresent(line -> {
                        throw new IllegalStateException(line);
                    });
        }
        try {
            return http.send(
                                    HttpRequest.newBuilder(uri().resolve(ready))
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException | java.net.http.HttpTimeoutException notYet) {
            return false;
        }
    }

    /** What a part says of itself, whether the node is ready or not. */
    JsonNode health(String part) {
        try {
            String answer = http.send(
                            HttpRequest.newBuilder(uri().resolve("health/ready"))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode check : new ObjectMapper().readTree(answer).at("/checks")) {
                if (check.at("/name").asText().equals(part)) return check;
            }
            throw new IllegalStateException("nothing about " + part + " in " + answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As {@code kill -9} does: it learns nothing of it. */
    void kill() {
        if (process == null) return;
        process.destroyForcibly();
        await(process, Duration.ofSeconds(30));
    }

    public void stop() {
        if (process == null) return;
        process.destroy();
        if (!await(process, Duration.ofSeconds(40))) kill();
    }

    private static boolean await(Process ending, Duration patience) {
        try {
            return ending.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of what a killed server left behind. */
    private static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(directory);
    }
}
