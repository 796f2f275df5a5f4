package io.millrace.jobs.notification;

import io.millrace.notification.OutgoingMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;

/** A mail in MIME: text and HTML as alternatives, in UTF-8, with a Message-ID of our own. */
final class SmtpMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private SmtpMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static SmtpMessage of(Session session, OutgoingMail mail, MailSettings settings, Instant at)
            throws MessagingException, UnsupportedEncodingException {
        SmtpMessage message = new SmtpMessage(session, "<" + mail.id() + "@" + settings.fromDomain() + ">");
        message.setFrom(new InternetAddress(settings.fromAddress, settings.fromName, UTF_8));
        message.setRecipient(Message.RecipientType.TO, recipient(mail));
        // People write titles, and a line break in one would start a header of their choice.
        message.setHeader(
                "Subject", MimeUtility.fold(9, EncodedWords.of(mail.subject().replaceAll("\\s+", " "))));
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated"); // keeps holiday notes from answering
        if (mail.traceparent() != null) message.setHeader("traceparent", mail.traceparent());
        message.setContent(alternatives(mail));
        message.saveChanges();
        return message;
    }

    private static InternetAddress recipient(OutgoingMail mail)
            throws MessagingException, UnsupportedEncodingException {
        if (mail.name().isEmpty()) return new InternetAddress(mail.address());
        return EncodedWords.areFakedIn(mail.name())
                ? new InternetAddress(EncodedWords.inBase64(mail.name()) + " <" + mail.address() + ">")
                : new InternetAddress(mail.address(), mail.name(), UTF_8);
    }

    private static MimeMultipart alternatives(OutgoingMail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html); // the best one last
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
