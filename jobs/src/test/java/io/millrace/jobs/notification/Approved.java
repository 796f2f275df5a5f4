package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files: what a person has looked at and found good. Rewritten with {@code -Dapprove} only. */
final class Approved {

    private Approved() {}

    static void verify(String file, String actual) {
        Path golden = Path.of("src/test/resources/mail", file);
        try {
            if (System.getProperty("approve") != null) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, actual);
            }
            assertThat(golden).as("approve it with -Dapprove").exists();
            assertThat(actual).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
