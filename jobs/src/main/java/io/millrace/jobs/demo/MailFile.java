package io.millrace.jobs.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file of the catcher's directory; its id is its name without the ending. */
record MailFile(Path path, String id, Instant at) {

    static final Comparator<MailFile> NEWEST_FIRST =
            Comparator.comparing(MailFile::at).thenComparing(MailFile::id).reversed();

    private static final String ENDING = ".eml";

    // No separator and no dot in front: an id cannot lead out of the directory.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

    private static final int TIME_LENGTH = 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Nothing if there is no such mail (any more). */
    static Optional<MailFile> of(Path directory, String id) throws IOException {
        return of(directory.resolve(id + ENDING));
    }

    static Optional<MailFile> of(Path path) throws IOException {
        // A link could lead out of the directory.
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
        String name = path.getFileName().toString();
        String id = name.substring(0, name.length() - ENDING.length());
        if (!isId(id)) return Optional.empty();
        try {
            return Optional.of(new MailFile(path, id, arrival(path, id)));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // somebody tidied up between the listing and here
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** At most so much of it. */
    byte[] read(int limit) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(limit);
        }
    }

    /** The catcher's names begin with the time; a file put there by hand has only its own. */
    private static Instant arrival(Path path, String id) throws IOException {
        if (id.length() > TIME_LENGTH) {
            try {
                return TIME.parse(id.substring(0, TIME_LENGTH), Instant::from);
            } catch (DateTimeParseException notTheCatchers) {
                return modified(path);
            }
        }
        return modified(path);
    }

    private static Instant modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
    }
}
