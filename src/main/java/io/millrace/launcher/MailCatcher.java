package io.millrace.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that sends nothing on: every message becomes a file, the name says when and in which order. */
final class MailCatcher {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int CONNECTIONS = 200;

    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger SMTP_LOG = Logger.getLogger("org.subethamail");

    private final Path mails;
    private final Clock clock;
    private final SMTPServer server;
    private final AtomicLong sequence = new AtomicLong();

    MailCatcher(Path mails, int port, Clock clock) {
        SMTP_LOG.setLevel(Level.WARNING);
        this.mails = mails;
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Millrace mail catcher")
                .maxConnections(CONNECTIONS)
                .messageHandler((context, from, to, message) -> keep(message))
                .build();
    }

    void start() throws IOException {
        Files.createDirectories(mails);
        server.start();
    }

    void stop() {
        server.stop();
    }

    /** A refusal here reaches the sender, who then tries again. */
    private void keep(byte[] message) {
        String name = "%s-%06d.eml".formatted(TIME.format(clock.instant()), sequence.incrementAndGet());
        try {
            Path incoming = mails.resolve(name + ".part");
            Files.write(incoming, message);
            DataDirectory.moveIntoPlace(incoming, mails.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("mail " + name + " could not be kept", e);
        }
    }
}
