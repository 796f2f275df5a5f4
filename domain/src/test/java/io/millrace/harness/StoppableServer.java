package io.millrace.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of a test's own, which keeps its port and its data while it is stopped. */
public final class StoppableServer implements AutoCloseable {

    private final int port = freePort();
    private final Path data;
    private final Map<String, String> more;
    private final @Nullable Path binaries;
    private @Nullable EmbeddedPostgres running;

    /**
     * Not started yet.
     *
     * @param data where it keeps them; deleted in the end
     */
    public StoppableServer(Path data) {
        this(data, Map.of(), null);
    }

    /** @param more settings of PostgreSQL, without spaces in them */
    public StoppableServer(Path data, Map<String, String> more) {
        this(data, more, null);
    }

    /** @param binaries a jar with the published ones of the version that is wanted; null for the usual one */
    public StoppableServer(Path data, @Nullable Path binaries) {
        this(data, Map.of(), binaries);
    }

    private StoppableServer(Path data, Map<String, String> more, @Nullable Path binaries) {
        this.data = data;
        this.more = more;
        this.binaries = binaries;
    }

    public void start() {
        try {
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "200");
            more.forEach(server::setServerConfig);
            if (binaries != null) {
                Path jar = binaries;
                server.setPgBinaryResolver((system, machine) -> archiveIn(jar));
            }
            running = server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream archiveIn(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            return new ByteArrayInputStream(zip.getInputStream(archive).readAllBytes());
        }
    }

    /** Cuts off whoever is connected, as a restart of the machine would. */
    public void stop() {
        try {
            running().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return data;
    }

    EmbeddedPostgres running() {
        return Objects.requireNonNull(running, "not started");
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> all = Files.walk(data)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
