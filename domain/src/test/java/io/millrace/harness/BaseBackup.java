package io.millrace.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A copy of a running server's files and of what it has logged since, as PostgreSQL's manual has it made without its
 * tools (25.3.3, <a href="https://www.postgresql.org/docs/current/continuous-archiving.html">low level API</a>): those are
 * not in the embedded server.
 */
public final class BaseBackup {

    private final StoppableServer server;
    private final Path log;
    private final Path copy;

    /** @param room for the files, the log and the copy, which are made in it */
    public BaseBackup(Path room) {
        this.server = new StoppableServer(room.resolve("data"), Map.of("archive_mode", "on"));
        this.log = room.resolve("log");
        this.copy = room.resolve("copy");
    }

    /** The one that is to be backed up, and lost. */
    public StoppableServer server() {
        return server;
    }

    /** While it runs, and goes on. */
    public void make() {
        try (Connection root = root();
                Statement sql = root.createStatement()) {
            Files.createDirectories(log);
            sql.execute("ALTER SYSTEM SET archive_command = 'cp %p " + log + "/%f'");
            sql.execute("SELECT pg_reload_conf()");
            sql.execute("SELECT pg_backup_start('base', true)");
            copyFiles();
            try (ResultSet end = sql.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
                end.next();
                Files.writeString(copy.resolve("backup_label"), end.getString(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A moment to come back to; what came before it is in the log then. */
    public void mark(String point) {
        try (Connection root = root();
                Statement sql = root.createStatement();
                ResultSet file = sql.executeQuery("SELECT pg_walfile_name(pg_create_restore_point('" + point + "'))")) {
            file.next();
            Path wanted = log.resolve(file.getString(1));
            root.createStatement().execute("SELECT pg_switch_wal()");
            Awaitility.await("the log is kept").until(() -> Files.exists(wanted));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not started yet: it will be as the lost one was at that moment. */
    public StoppableServer restored(String point) {
        try {
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    """
                    restore_command = 'cp %s/%%f %%p'
                    recovery_target_name = '%s'
                    recovery_target_action = 'promote'
                    """.formatted(log, point),
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.createFile(copy.resolve("recovery.signal"));
            return new StoppableServer(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection root() throws SQLException {
        return server.running().getPostgresDatabase().getConnection();
    }

    /** All but the log, which is kept elsewhere, and what says that a server runs here. */
    private void copyFiles() throws IOException {
        Path data = server.data();
        Path ownLog = data.resolve("pg_wal");
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectory(
                        copy.resolve(data.relativize(directory)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return directory.equals(ownLog) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().startsWith("postmaster."))
                    Files.copy(file, copy.resolve(data.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE; // deleted meanwhile
                throw failure;
            }
        });
    }
}
