package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.start.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out from the server's log that the product was not deployed: the server itself stays up, with nothing in it. */
final class FailedDeployment {

    /** What the server prints when it is done. */
    private static final Pattern NOTHING_DEPLOYED = Pattern.compile("\"Deployed\":\\s*\\[\\s*]");

    private static final Pattern OUR_SENTENCE = Pattern.compile(Pattern.quote(StartFailure.MARK) + "(.*)");
    private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: ([\\w.$]+)(?:: (.*))?$");

    private final Path log;
    private long read = -1;
    private @Nullable String sentence;

    FailedDeployment(Path log) {
        this.log = log;
    }

    boolean isKnown() {
        try {
            long size = Files.size(log);
            if (size != read) sentence = in(new String(Files.readAllBytes(log), UTF_8));
            read = size;
            return sentence != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sentence() {
        if (sentence == null) throw new IllegalStateException("it has not failed");
        return sentence;
    }

    private static @Nullable String in(String text) {
        Matcher ours = OUR_SENTENCE.matcher(text);
        if (ours.find()) return StartFailure.MARK + ours.group(1).strip();
        return NOTHING_DEPLOYED.matcher(text).find() ? StartFailure.MARK + innermostCause(text) : null;
    }

    /** Of the last trace. "Connection refused" alone says little: then it is the one around it. */
    private static String innermostCause(String text) {
        String last = "the server deployed nothing.";
        for (Matcher cause = CAUSE.matcher(text); cause.find(); ) {
            boolean says = cause.group(2) != null && !cause.group(1).startsWith("java.net.");
            if (says) last = cause.group(2).strip();
        }
        return last;
    }
}
