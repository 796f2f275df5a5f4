package io.millrace.jobs.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a mail's text, its HTML and the names of what is attached. */
final class MailBody {

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 200;

    private final List<String> attachments = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;

    void add(MimePart part) {
        add(part, 0);
    }

    void problem(String what) {
        problems.add(what);
    }

    private void add(MimePart part, int depth) {
        try {
            if (part.isMimeType("multipart/*")) addAll(part, depth + 1);
            else if (isAttached(part)) attachments.add(name(part));
            else if (part.isMimeType("text/html") && html == null) html = content(part);
            else if (part.isMimeType("text/plain") && text == null) text = content(part);
            else attachments.add(name(part));
        } catch (MessagingException | IOException e) {
            problem("A part of this mail cannot be read: " + e.getMessage());
        }
    }

    /** Not by {@code getContent()}, which asks the server's class loaders who can read the type. */
    private void addAll(MimePart part, int depth) throws MessagingException {
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
        int count = parts.getCount();
        if (depth > DEEPEST || count > MOST_PARTS) {
            problem("This mail has more parts than are shown.");
            return;
        }
        for (int i = 0; i < count; i++) if (parts.getBodyPart(i) instanceof MimePart inner) add(inner, depth);
    }

    private static boolean isAttached(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
    }

    private static String name(Part part) throws MessagingException {
        String name = part.getFileName();
        return name == null ? part.getContentType() : name;
    }

    private static String content(MimePart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset(part));
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        String name = new ContentType(part.getContentType()).getParameter("charset");
        if (name == null) return StandardCharsets.UTF_8;
        try {
            return Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8; // a wrong letter here and there is better than no text
        }
    }

    @Nullable
    String text() {
        return text;
    }

    @Nullable
    String html() {
        return html;
    }

    List<String> attachments() {
        return List.copyOf(attachments);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
