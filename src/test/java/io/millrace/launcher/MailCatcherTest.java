package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.client.SmartClient;

class MailCatcherTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path mails;

    @Test
    void each_mail_becomes_a_file_in_the_order_of_arrival() throws IOException {
        int port = Port.anyFree();
        MailCatcher catcher = new MailCatcher(mails, port, NOON);
        catcher.start();
        try {
            send(port, "Subject: first\r\n\r\nTwo laptops\r\n");
            send(port, "Subject: second\r\n\r\n.a line with a dot\r\n");
        } finally {
            catcher.stop();
        }

        List<Path> kept = files();
        assertThat(kept)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("20270301T120000.000Z-000001.eml", "20270301T120000.000Z-000002.eml");
        assertThat(kept.get(0)).content().contains("Subject: first", "Two laptops");
        assertThat(kept.get(1)).content().contains("\n.a line with a dot");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(mails)) {
            return files.sorted().toList();
        }
    }

    private static void send(int port, String message) throws IOException {
        SmartClient client =
                SmartClient.createAndConnect("127.0.0.1", port, Optional.empty(), "localhost", Optional.empty());
        client.from("mill@acme.test");
        client.to("max@acme.test");
        client.dataStart();
        byte[] bytes = message.getBytes(UTF_8);
        client.dataWrite(bytes, bytes.length);
        client.dataEnd();
        client.quit();
    }
}
