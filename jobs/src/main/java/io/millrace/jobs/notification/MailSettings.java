package io.millrace.jobs.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How mail is set. */
@Dependent
class MailSettings {

    /** How the connection is encrypted. */
    enum Tls {
        NONE,
        /** STARTTLS when the server offers it. */
        OFFERED,
        /** STARTTLS or nothing. */
        REQUIRED,
        /** From the first byte, usually on port 465. */
        IMPLICIT
    }

    @Inject
    @ConfigProperty(name = "millrace.smtp.host", defaultValue = "localhost")
    String host;

    @Inject
    @ConfigProperty(name = "millrace.smtp.port", defaultValue = "25")
    int port;

    @Inject
    @ConfigProperty(name = "millrace.smtp.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "millrace.smtp.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "millrace.smtp.tls", defaultValue = "offered")
    String tls;

    @Inject
    @ConfigProperty(name = "millrace.smtp.timeout", defaultValue = "PT15S")
    Duration timeout;

    @Inject
    @ConfigProperty(name = "millrace.mail.from-address", defaultValue = "millrace@localhost")
    String fromAddress;

    @Inject
    @ConfigProperty(name = "millrace.mail.from-name", defaultValue = "Millrace")
    String fromName;

    /** Where people reach us, for links. */
    @Inject
    @ConfigProperty(name = "millrace.public.url", defaultValue = "http://localhost:8080")
    String publicUrl;

    Tls encryption() {
        return Tls.valueOf(tls.toUpperCase(Locale.ROOT));
    }

    String fromDomain() {
        return fromAddress.substring(fromAddress.lastIndexOf('@') + 1);
    }
}
