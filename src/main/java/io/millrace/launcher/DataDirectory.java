package io.millrace.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where everything of one installation lies on this machine. */
record DataDirectory(Path root) {

    private static final int KEPT_LOGS = 5;

    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root, onlyOurs("rwx------"));
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + root + " cannot be made (" + e
                            + "): choose another with MILLRACE_DATA_DIR.",
                    e);
        }
        if (!Files.isWritable(root))
            throw new CannotStart("The data directory " + root
                    + " belongs to another user: start as that user, or choose another with MILLRACE_DATA_DIR.");
        return new DataDirectory(root);
    }

    /** What the jar carried, unpacked; may be deleted while nothing runs. */
    Path runtime() {
        return root.resolve("runtime");
    }

    Path database() {
        return root.resolve("database");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path log(String name) {
        return root.resolve("log").resolve(name);
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Held by the watchdog while it still clears up after a launcher that is gone. */
    Path watchdogLock() {
        return root.resolve("watchdog.lock");
    }

    /** Makes room for a new log and keeps a few old ones. */
    Path freshLog(String name) throws IOException {
        Files.createDirectories(log(name).getParent());
        ageLogs(name);
        if (Files.exists(log(name))) Files.move(log(name), log(name + ".1"));
        return log(name);
    }

    /** Leaves no first old log, and loses the oldest. */
    void ageLogs(String name) throws IOException {
        for (int age = KEPT_LOGS; age > 1; age--) {
            Path younger = log(name + "." + (age - 1));
            if (Files.exists(younger)) Files.move(younger, log(name + "." + age), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A server's scratch space: emptied at each start, because a killed server leaves hundreds of megabytes. */
    Path emptyScratch(Node node) throws IOException {
        Path scratch = root.resolve(node.numbered("tmp"));
        delete(scratch);
        return Files.createDirectories(scratch, onlyOurs("rwx------"));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(tree)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : deepestFirst) Files.deleteIfExists(file);
    }

    /** A reader never sees half of it. */
    static void moveIntoPlace(Path complete, Path target) throws IOException {
        try {
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(complete, target);
        }
    }

    /** The permissions, where the file system knows any. */
    FileAttribute<?>[] only(String permissions) {
        return onlyOurs(permissions);
    }

    private static FileAttribute<?>[] onlyOurs(String permissions) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
