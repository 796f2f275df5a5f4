package io.millrace.scenario;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A disk of its own in memory, with an end that a test can reach. */
final class SmallDisk implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final Path root;
    private @Nullable Thread filler;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /** Empty where nobody may mount one: that takes Linux, and root. */
    static Optional<SmallDisk> mounted(Path root, int megabytes) {
        try {
            Files.createDirectories(root);
            boolean done =
                    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0777", "tmpfs", root.toString());
            return done ? Optional.of(new SmallDisk(root)) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
    }

    Path root() {
        return root;
    }

    /** To the last byte, and again whenever somebody frees one. */
    void fill() {
        Thread filling = new Thread(this::keepFull, "fills-the-disk");
        filler = filling;
        filling.start();
    }

    private void keepFull() {
        byte[] block = new byte[4096];
        while (!Thread.currentThread().isInterrupted()) {
            try (OutputStream out = Files.newOutputStream(ballast(), CREATE, APPEND)) {
                while (!Thread.currentThread().isInterrupted()) out.write(block);
            } catch (IOException full) {
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    void makeRoom() {
        try {
            if (filler != null) {
                filler.interrupt();
                filler.join();
            }
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path ballast() {
        return root.resolve("ballast");
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (!run("umount", root.toString())) throw new IllegalStateException(root + " is still mounted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
