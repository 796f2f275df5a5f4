package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedDeploymentTest {

    @TempDir
    Path directory;

    @Test
    void what_the_product_says_is_known_at_once() throws IOException {
        assertThat(after("12:00 SEVERE io.millrace.boot.Boot Millrace cannot start: The disk is full.\n"))
                .isEqualTo("Millrace cannot start: The disk is full.");
    }

    @Test
    void a_server_with_nothing_in_it_has_failed_for_the_innermost_cause_that_says_something() throws IOException {
        assertThat(after("""
                12:00 SEVERE core Exception while loading the app
                java.lang.RuntimeException: outer
                \tat some.Where(Where.java:1)
                Caused by: java.sql.SQLException: Error in allocating a connection.
                \t... 50 more
                Caused by: org.postgresql.util.PSQLException: FATAL: password authentication failed for user "app"
                \t... 70 more
                Caused by: java.net.ConnectException: Connection refused
                \t... 80 more
                    "Instance Configuration": {
                        "Deployed": [
                        ]
                """))
                .isEqualTo("Millrace cannot start: FATAL: password authentication failed for user \"app\"");
    }

    @Test
    void a_server_that_is_still_starting_or_has_the_product_has_not_failed() throws IOException {
        Path log = directory.resolve("server.log");
        Files.writeString(log, "12:00 WARNING x failed\nCaused by: java.lang.Exception: and went on\n");
        FailedDeployment failure = new FailedDeployment(log);
        assertThat(failure.isKnown()).isFalse();

        Files.writeString(log, "\"Deployed\": [ { \"Name\": \"millrace\" } ]\n");

        assertThat(failure.isKnown()).isFalse();
    }

    private String after(String logged) throws IOException {
        Path log = Files.writeString(directory.resolve("server.log"), logged);
        FailedDeployment failure = new FailedDeployment(log);
        assertThat(failure.isKnown()).isTrue();
        return failure.sentence();
    }
}
