package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Lets one launcher at a time use a data directory; the operating system frees it when its holder dies. */
final class DataLock implements AutoCloseable {

    private static final Duration CLEARING_UP = Duration.ofSeconds(20);

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Also waits for the watchdog of an earlier run, which may still be stopping what that run left behind. */
    static DataLock take(DataDirectory data) throws IOException {
        DataLock lock = tryTake(data.lock());
        if (lock == null)
            throw new CannotStart("Millrace already runs on " + data.root() + " (process " + holder(data.lock())
                    + "): stop that one, or choose another directory with MILLRACE_DATA_DIR.");
        long deadline = System.nanoTime() + CLEARING_UP.toNanos();
        while (System.nanoTime() < deadline) {
            DataLock watchdog = tryTake(data.watchdogLock());
            if (watchdog != null) {
                watchdog.close();
                return lock;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new CannotStart("An earlier run on " + data.root() + " is still being stopped by process "
                + holder(data.watchdogLock()) + ": try again when that has ended.");
    }

    static @Nullable DataLock tryTake(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
        return new DataLock(channel);
    }

    private static String holder(Path file) throws IOException {
        String pid = Files.readString(file);
        return pid.isBlank() ? "unknown" : pid;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
