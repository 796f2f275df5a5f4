package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the person who has to find out why. */
final class LogTail {

    private static final int LINES = 40;
    private static final int BYTES = 16_384;

    private LogTail() {}

    static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> lines = new String(end, UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "The last lines of " + log + ":\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
    }
}
