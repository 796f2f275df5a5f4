package io.millrace.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Begins a process's log anew when it has grown long enough, and keeps the old ones that {@link DataDirectory}
 * keeps. The process goes on with its file, which it must have opened to append: what it has is copied away and
 * then cut off, so that no pipe hangs between the two, and no end of the launcher holds up the process.
 */
final class GrowingLog {

    private static final long LONGEST = 20L * 1024 * 1024;
    private static final long SECONDS_BETWEEN_LOOKS = 5;

    private final DataDirectory data;
    private final String name;
    private final long longest;

    GrowingLog(DataDirectory data, String name, long longest) {
        this.data = data;
        this.name = name;
        this.longest = longest;
    }

    /** For as long as this program runs. */
    static void watch(DataDirectory data, String name, Console console) {
        GrowingLog log = new GrowingLog(data, name, LONGEST);
        Thread thread = new Thread(() -> log.look(console), "rotate-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void look(Console console) {
        boolean told = false;
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
                Optional<String> trouble = trouble();
                if (trouble.isPresent() && !told) console.say(trouble.get());
                told = trouble.isPresent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries; what is in the way may be gone at the next look. */
    private Optional<String> trouble() {
        try {
            rotateIfLong();
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.of("The log " + data.log(name) + " cannot be rotated and grows meanwhile: " + e);
        }
    }

    void rotateIfLong() throws IOException {
        Path log = data.log(name);
        if (!Files.exists(log) || Files.size(log) < longest) return;
        data.ageLogs(name);
        try (FileChannel grown = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel kept = FileChannel.open(
                        data.log(name + ".1"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // What is written while this copies is copied too; only what comes between the last look and the cut is
            // lost.
            long copied = 0;
            for (long more; (more = grown.transferTo(copied, Long.MAX_VALUE - copied, kept)) > 0; ) {
                copied += more;
            }
            grown.truncate(0);
        }
    }
}
