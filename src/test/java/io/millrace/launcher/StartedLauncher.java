package io.millrace.launcher;

import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A launcher as a process of its own, on ports that were free, with what it says and what it has started. */
final class StartedLauncher implements AutoCloseable {

    private static final Path JAR = Path.of("target", "millrace.jar").toAbsolutePath();

    /** Should the tests be killed, nothing of theirs stays behind either. */
    private static final String WATCH_PARENT = "-Dmillrace.launcher.watch-parent=true";

    private final Path data;
    private final Path output;
    private final Process process;
    final int httpPort;
    final int databasePort;

    private StartedLauncher(Path data, Map<String, String> settings, List<String> command) throws IOException {
        this.data = data;
        this.output = Files.createTempFile("launcher", ".txt");
        this.httpPort = Integer.parseInt(settings.get("MILLRACE_HTTP_PORT"));
        this.databasePort = Integer.parseInt(settings.get("MILLRACE_DATABASE_PORT"));
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        program.environment().putAll(settings);
        this.process = program.start();
    }

    static StartedLauncher on(Path data) throws IOException {
        return with(data, Map.of());
    }

    static StartedLauncher with(Path data, Map<String, String> settings) throws IOException {
        return new StartedLauncher(
                data, complete(data, settings), List.of(Children.java(), WATCH_PARENT, "-jar", JAR.toString()));
    }

    static StartedLauncher told(Path data, String argument) throws IOException {
        return new StartedLauncher(
                data,
                complete(data, Map.of()),
                List.of(Children.java(), WATCH_PARENT, "-jar", JAR.toString(), argument));
    }

    /** As Maven starts it: {@code process()} is then a parent of the launcher, which it has to notice the death of. */
    static StartedLauncher belowAnotherProcess(Path data) throws IOException {
        String java = Children.java() + " " + WATCH_PARENT + " -jar " + JAR;
        return new StartedLauncher(data, complete(data, Map.of()), List.of("sh", "-c", java + " & wait"));
    }

    private static Map<String, String> complete(Path data, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("MILLRACE_DATA_DIR", data.toString());
        for (String port : List.of("HTTP", "DASHBOARD", "SMTP", "DATABASE"))
            all.put("MILLRACE_" + port + "_PORT", Integer.toString(anyFreePair()));
        all.putAll(settings);
        return all;
    }

    /** A free port with another after it, for a second node. */
    private static int anyFreePair() {
        int port = Port.anyFree();
        while (!isFree(port + 1)) port = Port.anyFree();
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    Process process() {
        return process;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StartedLauncher awaitSaying(String text) {
        await("\"" + text + "\"").atMost(Duration.ofMinutes(5)).until(() -> {
            if (!process.isAlive()) throw new AssertionError("The launcher ended:\n" + output());
            return output().contains(text);
        });
        return this;
    }

    /** Everything that names the data directory in its command line, and what that started in turn. */
    Set<ProcessHandle> everything() {
        return ProcessHandle.allProcesses()
                .filter(candidate -> candidate.info().commandLine().orElse("").contains(data.toString())
                        || candidate.pid() == process.pid())
                .flatMap(candidate -> Stream.concat(Stream.of(candidate), candidate.descendants()))
                .collect(toSet());
    }

    /** A dead process that its new parent has not buried yet has no program any more. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    @Override
    public void close() throws IOException {
        everything().forEach(ProcessHandle::destroyForcibly);
        Files.delete(output);
    }
}
