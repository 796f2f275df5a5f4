package io.millrace.scenario;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.millrace.harness.TestDatabase;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has arrived at the mail server. */
final class Mailbox {

    private Mailbox() {}

    /** What tells one mail from all others, whatever its Message-ID; reminders are the exception. */
    record Mail(String to, String about, String title) {}

    /** The Message-IDs of each mail, more than one where it came again; leaves the server empty. */
    static Map<Mail, List<String>> takenFrom(GreenMail server) {
        Map<Mail, List<String>> found = new HashMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                found.computeIfAbsent(mail(message), m -> new ArrayList<>()).add(message.getMessageID());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        empty(server);
        return found;
    }

    /** Those to deciders that were not sent, because the gate was decided before their turn came. */
    static Set<Mail> skipped(TestDatabase database) {
        return database
                .texts("SELECT p.email || chr(10) || a.title FROM email_message m"
                        + " JOIN membership r ON r.tenant_id = m.tenant_id AND r.id = m.recipient_id"
                        + " JOIN person p ON p.id = r.person_id"
                        + " JOIN approval a ON a.tenant_id = m.tenant_id AND a.id::text = m.model ->> 'approval_id'"
                        + " WHERE m.state = 'SKIPPED' AND m.template = 'approval-decide'")
                .stream()
                .map(row -> row.split("\n", 2))
                .map(row -> new Mail(row[0], "Please decide", row[1]))
                .collect(Collectors.toSet());
    }

    /** Of each mail that says this; it stays where it is. */
    static List<String> recipientsOf(GreenMail server, String words) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> GreenMailUtil.getWholeMessage(message)
                        .replace("=\r\n", "") // quoted-printable's soft line breaks
                        .contains(words))
                .map(Mailbox::recipient)
                .toList();
    }

    private static void empty(GreenMail server) {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A subject is "Please decide: Two laptops (EUR 1,200.00)". */
    private static Mail mail(MimeMessage message) throws MessagingException {
        String[] subject = message.getSubject().replaceFirst(" \\(.*", "").split(": ", 2);
        return new Mail(recipient(message), subject[0], subject.length > 1 ? subject[1] : "");
    }

    private static String recipient(MimeMessage message) {
        try {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
