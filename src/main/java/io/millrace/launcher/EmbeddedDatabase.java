package io.millrace.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL that starts and stops with the launcher, durable, reachable from this machine only. */
final class EmbeddedDatabase {

    private static final System.Logger log = System.getLogger(EmbeddedDatabase.class.getName());
    private static final Duration BEING_BORN = Duration.ofMillis(1500);
    private static final String PATIENCE_IN_SECONDS = "300";

    private final DatabaseCluster cluster;
    private final Children children;

    EmbeddedDatabase(DatabaseCluster cluster, Children children) {
        this.cluster = cluster;
        this.children = children;
    }

    void start(int port, Path logFile) throws IOException {
        clearLeftovers();
        List<String> start = control(
                "start",
                "--wait",
                "--timeout=" + PATIENCE_IN_SECONDS,
                "--log=" + logFile,
                "--options=" + options(port));
        try {
            children.run(start, "");
        } catch (IOException e) {
            throw new CannotStart("The database did not start. " + LogTail.of(logFile), e);
        }
    }

    /** Durability is PostgreSQL's default and stays on. */
    private static String options(int port) {
        return "-c listen_addresses=127.0.0.1 -c port=" + port
                + " -c unix_socket_directories='' -c max_connections=200 -c password_encryption=scram-sha-256";
    }

    /** Also right while it is still starting, and harmless when it is not running. */
    void stop(Deadline deadline, Collection<ProcessHandle> starting) {
        if (starting.stream().anyMatch(ProcessHandle::isAlive))
            Deadline.in(BEING_BORN)
                    .await(() -> pid().isPresent() || starting.stream().noneMatch(ProcessHandle::isAlive));
        starting.forEach(ProcessHandle::destroyForcibly);
        if (process().isEmpty()) return;
        // An immediate stop loses nothing: the next start replays the log.
        if (stop("fast", Math.max(1, deadline.left().toSeconds() - 1)) || stop("immediate", 1)) return;
        process().ifPresent(ProcessHandle::destroyForcibly);
    }

    private boolean stop(String mode, long seconds) {
        try {
            // Not through the watched children: the watchdog may be the one that is gone.
            Children.unwatched().run(control("stop", "--mode=" + mode, "--wait", "--timeout=" + seconds), "");
            return true;
        } catch (IOException e) {
            log.log(System.Logger.Level.WARNING, "database did not stop mode={0} reason={1}", mode, e.getMessage());
            return process().isEmpty();
        }
    }

    /**
     * After a crash the process id in the pid file may belong to anybody by now, and PostgreSQL would refuse to start;
     * or, if somebody killed the watchdog too, to a database that still runs.
     */
    private void clearLeftovers() throws IOException {
        if (process().isPresent()) stop(Deadline.in(Duration.ofSeconds(10)), List.of());
        if (process().isEmpty() && pid().isPresent()) Files.delete(pidFile());
    }

    /** Our running PostgreSQL, if there is one. */
    Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            // The handle's own information is hidden from a root without all of root's rights, this is not.
            if (Files.exists(commandLine))
                return Files.readString(commandLine).contains(cluster.files().toString());
        } catch (IOException ended) {
            return false;
        }
        return process.info()
                .command()
                .filter(program -> program.contains("postgres"))
                .isPresent();
    }

    private Optional<Long> pid() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst().map(Long::valueOf);
        } catch (IOException | NumberFormatException notThereOrNotYetWritten) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return cluster.files().resolve("postmaster.pid");
    }

    private List<String> control(String verb, String... options) {
        List<String> command =
                new ArrayList<>(List.of(cluster.program("pg_ctl"), verb, "--pgdata=" + cluster.files(), "--silent"));
        command.addAll(List.of(options));
        return cluster.user().command(command);
    }
}
