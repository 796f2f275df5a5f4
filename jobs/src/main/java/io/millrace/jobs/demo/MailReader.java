package io.millrace.jobs.demo;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a file what a person can read, however broken it is. */
final class MailReader {

    private static final Session LENIENT = Session.getInstance(lenient());

    private final MimeMessage message;
    private final MailBody body = new MailBody();

    private MailReader(MimeMessage message) {
        this.message = message;
    }

    static OpenedMail read(String id, Instant at, byte[] bytes) {
        boolean cut = bytes.length > CaughtMails.READ_AT_MOST;
        int length = Math.min(bytes.length, CaughtMails.READ_AT_MOST);
        try {
            MimeMessage message = new MimeMessage(LENIENT, new ByteArrayInputStream(bytes, 0, length));
            return new MailReader(message).read(id, at, cut);
        } catch (MessagingException e) {
            return unreadable(id, at, e);
        }
    }

    static OpenedMail unreadable(String id, Instant at, Exception why) {
        CaughtMail mail = new CaughtMail(id, "", "(cannot be read)", at, List.of());
        return new OpenedMail(mail, List.of(), null, null, List.of(), List.of("This mail cannot be read: " + why));
    }

    private OpenedMail read(String id, Instant at, boolean cut) throws MessagingException {
        body.add(message);
        if (cut) body.problem("This mail is huge: only its beginning is shown here.");
        String text = body.text();
        List<String> links = text == null ? List.of() : Links.in(text);
        CaughtMail mail = new CaughtMail(id, recipients(), decoded(message.getHeader("Subject", null)), at, links);
        return new OpenedMail(mail, headers(), text, body.html(), body.attachments(), body.problems());
    }

    private String recipients() throws MessagingException {
        String header = message.getHeader("To", ",");
        if (header == null) return "";
        try {
            return Arrays.stream(InternetAddress.parseHeader(header, false))
                    .map(InternetAddress::getAddress)
                    .collect(Collectors.joining(", "));
        } catch (AddressException e) {
            return decoded(header); // not an address, but still what it says
        }
    }

    private List<OpenedMail.Header> headers() throws MessagingException {
        return stream(message)
                .map(header -> new OpenedMail.Header(header.getName(), decoded(header.getValue())))
                .toList();
    }

    private static Stream<Header> stream(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream();
    }

    private static String decoded(@Nullable String header) {
        if (header == null) return "";
        String line = MimeUtility.unfold(header);
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException e) {
            return line; // a character set that nobody knows: shown as it was sent
        }
    }

    private static Properties lenient() {
        Properties settings = new Properties();
        settings.setProperty("mail.mime.address.strict", "false");
        settings.setProperty("mail.mime.allowutf8", "true");
        return settings;
    }
}
