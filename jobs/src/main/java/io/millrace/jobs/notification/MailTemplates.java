package io.millrace.jobs.notification;

import com.samskivert.mustache.Mustache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fills templates. Each mail is two files: {@code name.txt}, which opens with the line {@code Subject:} and, when
 * there is somewhere to go, {@code Button:}, and {@code name.html}, which may use both and the shared partials.
 */
@ApplicationScoped
class MailTemplates {

    private static final String HEAD_ENDS = "\n\n";

    /** A filled template. */
    record Filled(String subject, String text, String html) {}

    Filled fill(String template, Map<String, String> model) {
        String source = read(template + ".txt");
        int end = source.indexOf(HEAD_ENDS);
        Map<String, String> all = new HashMap<>(model);
        header(source, end, "Button").ifPresent(button -> all.put("button", button));
        String subject = plain(header(source, end, "Subject").orElseThrow(), all);
        all.put("subject", subject);
        String text = plain(source.substring(end + HEAD_ENDS.length()), indented(all));
        String html = Mustache.compiler()
                .withLoader(MailTemplates::partial)
                .compile(read(template + ".html"))
                .execute(all);
        return new Filled(subject, text, html);
    }

    private static Optional<String> header(String source, int end, String name) {
        return source.substring(0, end)
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    /** What people write in several lines stays together under its first one. */
    private static Map<String, String> indented(Map<String, String> model) {
        Map<String, String> indented = new HashMap<>(model);
        indented.replaceAll((key, value) -> value.replaceAll("\\R", "\n    "));
        return indented;
    }

    private static String plain(String source, Map<String, String> model) {
        return Mustache.compiler().escapeHTML(false).compile(source).execute(model);
    }

    private static Reader partial(String name) {
        return new StringReader(read("partial/" + name + ".html"));
    }

    private static String read(String file) {
        try (InputStream in = MailTemplates.class.getResourceAsStream("/mail/" + file)) {
            if (in == null) throw new IllegalStateException("there is no mail template " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
