package io.millrace.jobs.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mails that the demo's catcher kept, newest first. */
@ApplicationScoped
public class CaughtMails {

    /** More of one mail is never read: a hostile one must not fill the memory. */
    static final int READ_AT_MOST = 2 * 1024 * 1024;

    private final Map<MailFile, CaughtMail> remembered = Collections.synchronizedMap(new NewestUsed());

    @Inject
    @ConfigProperty(name = "millrace.demo.mail-dir")
    Optional<String> directory = Optional.empty();

    CaughtMails() {}

    public CaughtMails(Path directory) {
        this.directory = Optional.of(directory.toString());
    }

    /**
     * @param recipient a part of the address; blank for everybody
     * @param page from 0
     */
    public Found find(String recipient, int page, int size) {
        List<MailFile> files = files();
        long skipped = (long) page * size;
        if (recipient.isBlank())
            return new Found(summaries(files.stream().skip(skipped).limit(size)).toList(), files.size());
        List<CaughtMail> theirs =
                summaries(files.stream()).filter(mail -> isTo(mail, recipient)).toList();
        return new Found(theirs.stream().skip(skipped).limit(size).toList(), theirs.size());
    }

    public Optional<OpenedMail> open(String id) {
        return file(id).flatMap(CaughtMails::open);
    }

    /** The file as it came. */
    public Optional<Path> source(String id) {
        return file(id).map(MailFile::path);
    }

    private static boolean isTo(CaughtMail mail, String recipient) {
        return mail.to().toLowerCase(Locale.ROOT).contains(recipient.strip().toLowerCase(Locale.ROOT));
    }

    private Stream<CaughtMail> summaries(Stream<MailFile> files) {
        return files.map(this::summary).flatMap(Optional::stream);
    }

    private Optional<CaughtMail> summary(MailFile file) {
        CaughtMail known = remembered.get(file);
        if (known != null) return Optional.of(known);
        Optional<CaughtMail> read = open(file).map(OpenedMail::mail);
        read.ifPresent(mail -> remembered.put(file, mail));
        return read;
    }

    private static Optional<OpenedMail> open(MailFile file) {
        try {
            return Optional.of(MailReader.read(file.id(), file.at(), file.read(READ_AT_MOST + 1)));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // somebody tidied up
        } catch (IOException e) {
            return Optional.of(MailReader.unreadable(file.id(), file.at(), e));
        }
    }

    private Optional<MailFile> file(String id) {
        if (directory.isEmpty() || !MailFile.isId(id)) return Optional.empty();
        try {
            return MailFile.of(Path.of(directory.get()), id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<MailFile> files() {
        if (directory.isEmpty() || !Files.isDirectory(Path.of(directory.get()))) return List.of();
        List<MailFile> files = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of(directory.get()), "*.eml")) {
            for (Path path : paths) MailFile.of(path).ifPresent(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(MailFile.NEWEST_FIRST);
        return files;
    }

    /** @param total on all pages together */
    public record Found(List<CaughtMail> mails, int total) {}

    /** Mails never change, so each is read once; the oldest are forgotten. */
    private static final class NewestUsed extends LinkedHashMap<MailFile, CaughtMail> {

        private static final long serialVersionUID = 1L;
        private static final int LIMIT = 20_000;

        NewestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<MailFile, CaughtMail> eldest) {
            return size() > LIMIT;
        }
    }
}
