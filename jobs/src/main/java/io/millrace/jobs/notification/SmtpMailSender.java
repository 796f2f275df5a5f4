package io.millrace.jobs.notification;

import io.millrace.notification.AddressRejected;
import io.millrace.notification.MailNotSent;
import io.millrace.notification.MailSender;
import io.millrace.notification.MailServerAway;
import io.millrace.notification.OutgoingMail;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Properties;

/** Sends over SMTP, one connection a mail. */
@ApplicationScoped
class SmtpMailSender implements MailSender {

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    /** Shared by all mails: making one searches every archive of the application for its parts. */
    private Session session;

    @PostConstruct
    void open() {
        session = Session.getInstance(properties());
    }

    @Override
    public void send(OutgoingMail mail) {
        try (Transport transport = session.getTransport()) {
            SmtpMessage message = SmtpMessage.of(session, mail, settings, clock.instant());
            transport.connect(settings.host, settings.port, settings.user.orElse(null), settings.password.orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw translated(e, mail.address());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
    }

    private static RuntimeException translated(MessagingException e, String address) {
        SmtpRefusal refusal = SmtpRefusal.of(e, address);
        return switch (refusal.whose()) {
            case THE_RECIPIENTS -> new AddressRejected(refusal.words());
            case THE_MAILS -> new MailNotSent(refusal.words());
            case THE_SERVERS -> new MailServerAway(refusal.words());
        };
    }

    private Properties properties() {
        Properties smtp = new Properties();
        String timeout = String.valueOf(settings.timeout.toMillis());
        MailSettings.Tls tls = settings.encryption();
        smtp.put("mail.transport.protocol", "smtp");
        smtp.put("mail.smtp.connectiontimeout", timeout);
        smtp.put("mail.smtp.timeout", timeout);
        smtp.put("mail.smtp.writetimeout", timeout);
        smtp.put("mail.smtp.socketFactory", new NoDelaySockets());
        smtp.put("mail.smtp.socketFactory.fallback", "false");
        smtp.put("mail.smtp.auth", String.valueOf(settings.user.isPresent()));
        smtp.put("mail.smtp.starttls.enable", String.valueOf(tls == MailSettings.Tls.OFFERED));
        smtp.put("mail.smtp.starttls.required", String.valueOf(tls == MailSettings.Tls.REQUIRED));
        smtp.put("mail.smtp.ssl.enable", String.valueOf(tls == MailSettings.Tls.IMPLICIT));
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        // so that the envelope's sender is ours also where the machine's name is not
        smtp.put("mail.smtp.from", settings.fromAddress);
        smtp.put("mail.smtp.localhost", settings.fromDomain());
        return smtp;
    }
}
