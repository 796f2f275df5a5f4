package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.launcher.Children.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives the launcher by a few seconds: its input is a pipe from the launcher, so it hears of any
 * end, SIGKILL included, and then stops whatever the launcher left running.
 */
final class Watchdog {

    private static final System.Logger log = System.getLogger(Watchdog.class.getName());
    private static final Duration ALL_TOGETHER = Duration.ofSeconds(8);
    private static final Duration SERVER = Duration.ofSeconds(4);

    private final Map<Role, List<ProcessHandle>> watched = new EnumMap<>(Role.class);

    /**
     * Waits for the launcher's end and clears up.
     *
     * @param arguments the data directory, then PostgreSQL's directory if a database is embedded
     */
    public static void main(String[] arguments) throws IOException {
        DataDirectory data = new DataDirectory(Path.of(arguments[0]));
        // From here on the next launcher waits for us. Without the lock we would still do our work.
        DataLock lock = DataLock.tryTake(data.watchdogLock());
        EmbeddedDatabase database = arguments.length == 1 ? null : database(data, Path.of(arguments[1]));
        Watchdog watchdog = new Watchdog();
        watchdog.listen(System.in);
        watchdog.clearUp(database);
        if (lock != null) lock.close();
    }

    private static EmbeddedDatabase database(DataDirectory data, Path postgres) throws IOException {
        PostgresUser user = PostgresUser.find(data);
        return new EmbeddedDatabase(new DatabaseCluster(postgres, data.database(), user), Children.unwatched());
    }

    /** Until the launcher ends. */
    void listen(InputStream launcher) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(launcher, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            // The handle remembers when the process began, so a later process with the same number is safe from us.
            ProcessHandle.of(Long.parseLong(words[1]))
                    .ifPresent(process -> of(Role.valueOf(words[0])).add(process));
        }
    }

    void clearUp(@Nullable EmbeddedDatabase database) {
        Deadline deadline = Deadline.in(ALL_TOGETHER);
        for (ProcessHandle server : of(Role.SERVER)) stop(server);
        if (database != null) database.stop(deadline, of(Role.HELPER));
    }

    private static void stop(ProcessHandle server) {
        if (!server.isAlive()) return;
        log.log(System.Logger.Level.INFO, "the launcher is gone, stopping server process={0}", server.pid());
        server.destroy();
        if (!Deadline.in(SERVER).await(() -> !server.isAlive())) server.destroyForcibly();
    }

    private List<ProcessHandle> of(Role role) {
        return watched.computeIfAbsent(role, none -> new ArrayList<>());
    }
}
