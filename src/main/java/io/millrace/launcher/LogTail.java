package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the person who has to find out why. */
final class LogTail {

    private static final int LINES = 40;

    private LogTail() {}

    static String of(Path log) {
        try {
            // This encoding knows every byte, so a log that is cut in the middle of a letter can be read.
            List<String> lines = Files.readAllLines(log, ISO_8859_1);
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "The last lines of " + log + ":\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
    }
}
