package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.notification.AddressRejected;
import io.millrace.notification.MailNotSent;
import io.millrace.notification.MailServerAway;
import io.millrace.notification.OutgoingMail;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmtpMailSenderTest {

    private static final OutgoingMail MAIL =
            new OutgoingMail(new UUID(1, 2), "Gone", "gone@acme.test", "Subject", "text", "<p>html</p>", null);

    @Test
    void an_address_that_is_refused_for_good_is_rejected_in_words_without_it() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("550 5.1.1 <gone@acme.test>: no such mailbox")) {
            assertThatThrownBy(() -> sender(server.port()).send(MAIL))
                    .isInstanceOf(AddressRejected.class)
                    .hasMessage("550 5.1.1 <recipient>: no such mailbox");
        }
    }

    @Test
    void an_address_that_is_refused_for_now_may_be_tried_again() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("450 4.2.1 <gone@acme.test> is busy")) {
            assertThatThrownBy(() -> sender(server.port()).send(MAIL))
                    .isInstanceOf(MailNotSent.class)
                    .hasMessage("450 4.2.1 <recipient> is busy");
        }
    }

    @Test
    void a_server_that_is_going_down_says_nothing_of_the_recipient() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("421 4.3.2 closing down")) {
            assertThatThrownBy(() -> sender(server.port()).send(MAIL)).isInstanceOf(MailServerAway.class);
        }
    }

    @Test
    void an_address_that_is_none_is_the_mails_own_fault() throws IOException {
        OutgoingMail broken = new OutgoingMail(new UUID(1, 2), "", "not@an@address", "Subject", "text", "<p/>", null);
        try (ScriptedServer server = ScriptedServer.answering("250 fine")) {
            assertThatThrownBy(() -> sender(server.port()).send(broken)).isInstanceOf(MailNotSent.class);
        }
    }

    @Test
    void a_server_that_is_away_is_away() throws IOException {
        ScriptedServer server = ScriptedServer.answering("250 fine");
        server.close();

        assertThatThrownBy(() -> sender(server.port()).send(MAIL))
                .isInstanceOf(MailServerAway.class)
                .hasMessageContaining("127.0.0.1");
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container here, so nobody else injects
    private static SmtpMailSender sender(int port) {
        MailSettings settings = new MailSettings();
        settings.host = "127.0.0.1";
        settings.port = port;
        settings.user = Optional.empty();
        settings.password = Optional.empty();
        settings.tls = "offered";
        settings.timeout = Duration.ofSeconds(5);
        settings.fromAddress = "mill@millrace.test";
        settings.fromName = "Millrace";
        SmtpMailSender sender = new SmtpMailSender();
        sender.settings = settings;
        sender.clock = Clock.systemUTC();
        sender.open();
        return sender;
    }
}
